//! Puts needs into weeks: always the most valuable one that can begin, as early as it fits.

use super::Why;
use super::needs::Need;
use crate::domain::sorted;

/// The room there is.
pub(super) struct Room {
    /// Hours in each week.
    pub(super) hours_per_week: u8,
    /// Whole weeks until the deadline; `None` is as long as it takes.
    pub(super) weeks: Option<u16>,
    /// Euros; `None` is no limit.
    pub(super) budget: Option<u32>,
}

/// A need in its weeks.
pub(super) struct Placed {
    pub(super) need: usize,
    pub(super) week: u16,
    pub(super) n_weeks: u16,
    pub(super) load: u8,
}

/// What found a place, what did not, and the hours of each week.
pub(super) struct Packed {
    pub(super) placed: Vec<Placed>,
    pub(super) left: Vec<(usize, Why)>,
    pub(super) load: Vec<u16>,
}

/// A plan never runs longer than this: fifty years.
const LAST_WEEK: u16 = 2_600;

/// Packs the needs. Serial: of those whose predecessors all have a place, the one with the highest priority (the first
/// in the list wins a tie) takes the earliest weeks that have room for its load without a break.
pub(super) fn pack(needs: &[Need], room: &Room) -> Packed {
    let mut packed = Packed { placed: Vec::new(), left: Vec::new(), load: Vec::new() };
    let mut ends: Vec<Option<u16>> = vec![None; needs.len()];
    let mut open: Vec<usize> = (0..needs.len()).collect();
    let mut money = room.budget;
    while let Some(need) = next(needs, &open, &ends) {
        open.retain(|at| *at != need);
        let ready = needs[need].before.iter().filter_map(|before| ends[*before]).max();
        match place(&needs[need], need, ready.unwrap_or(0), room, money, &packed.load) {
            Ok(placed) => {
                money = money.map(|money| money - needs[need].step.cost);
                ends[need] = Some(placed.week + placed.n_weeks);
                add_load(&mut packed.load, &placed, needs[need].step.hours);
                packed.placed.push(placed);
            }
            Err(why) => packed.left.push((need, why)),
        }
    }
    // What is still open waits for something that has no place.
    packed.left.extend(open.into_iter().map(|need| (need, Why::Before)));
    packed.placed = sorted(packed.placed, |a, b| a.week.cmp(&b.week));
    packed
}

fn next(needs: &[Need], open: &[usize], ends: &[Option<u16>]) -> Option<usize> {
    let can_begin = |at: &&usize| needs[**at].before.iter().all(|before| ends[*before].is_some());
    open.iter().filter(can_begin).copied().reduce(
        |best, at| {
            if needs[at].priority > needs[best].priority { at } else { best }
        },
    )
}

fn place(need: &Need, at: usize, ready: u16, room: &Room, money: Option<u32>, load: &[u16]) -> Result<Placed, Why> {
    if money.is_some_and(|money| money < need.step.cost) {
        return Err(Why::Money);
    }
    let weekly = need.step.weekly.min(room.hours_per_week).max(1);
    let n_weeks = need.step.hours.div_ceil(u16::from(weekly)).max(1);
    let last = room.weeks.unwrap_or(LAST_WEEK).checked_sub(n_weeks).ok_or(Why::Deadline)?;
    let mut week = ready;
    while week <= last {
        let (start, end) = (usize::from(week), usize::from(week + n_weeks));
        let taken = load.get(start..).unwrap_or_default().iter().take(end - start);
        let full = |taken: &u16| taken + u16::from(weekly) > u16::from(room.hours_per_week);
        match taken.rev().position(full) {
            // The last full week in the way: begin right after it.
            Some(from_end) => {
                let seen = load.len().min(end) - start;
                week += (seen - from_end) as u16;
            }
            None => return Ok(Placed { need: at, week, n_weeks, load: weekly }),
        }
    }
    Err(Why::Deadline)
}

fn add_load(load: &mut Vec<u16>, placed: &Placed, hours: u16) {
    let end = usize::from(placed.week + placed.n_weeks);
    load.resize(load.len().max(end), 0);
    let mut left = hours;
    for week in &mut load[usize::from(placed.week)..end] {
        let now = left.min(u16::from(placed.load));
        *week += now;
        left -= now;
    }
}
