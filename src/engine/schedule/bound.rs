//! What no plan can be worth more than.

use super::board::{Board, Item};
use super::decode::Decoder;
use super::problem::Problem;
use microlp::{ComparisonOp, OptimizationDirection, Problem as Program, SolveOptions, Variable};

/// A value that no schedule of the problem exceeds.
///
/// First what would be closed were there no end of hours and money; that is the answer where it is no more than `known`
/// (the value of a schedule that there is). Then a linear program with hours summed up to each deadline, and at last
/// the same in whole numbers, with at most `n_nodes` nodes. The answer is never below `known`, so that a schedule of that
/// value is proven to be the best as soon as the two are equal. Where locked tasks break a rule it holds for what can be
/// planned around them.
///
/// ```
/// use skillstead::engine::{Goal, Problem, Task, bound};
/// let goal = Goal { weight: 2, gap: 10, due: 1 };
/// let task = Task { weeks: 1, load: 5, last: 5, due: 1, gains: vec![(0, 4)], ..Task::default() };
/// let problem = Problem { capacity: vec![5], goals: vec![goal], tasks: vec![task; 2], ..Problem::default() };
/// assert_eq!(bound(&problem, 8, 10), 8);
/// ```
#[must_use]
pub fn bound(problem: &Problem, known: u64, n_nodes: u64) -> u64 {
    let mut board = Board::new(problem);
    let decoder = Decoder::new(&mut board);
    let most = (0..board.aims.len()).map(|goal| board.most(goal)).sum::<u64>().max(known);
    if most == known {
        return known;
    }
    let model = Model::new(&board, &decoder);
    let mut best = most;
    for (is_whole, n_nodes) in [(false, None), (true, Some(n_nodes))] {
        if best > known && n_nodes != Some(0) {
            best = best.min(model.solve(known, is_whole, n_nodes).unwrap_or(most).max(known));
        }
    }
    best
}

/// The rows of the program, before it is one.
struct Model<'a> {
    board: &'a Board,
    decoder: &'a Decoder,
    /// The weeks by whose beginning something has to have ended, in order.
    dues: Vec<u32>,
    /// Money that locked tasks leave.
    money: u64,
}

/// A sum of variables that is at most some number.
type Row = (Vec<(Variable, f64)>, f64);

impl<'a> Model<'a> {
    fn new(board: &'a Board, decoder: &'a Decoder) -> Self {
        let n_weeks = board.capacity.len() as u32;
        let mut dues: Vec<u32> = board.aims.iter().map(|aim| aim.due.min(n_weeks)).chain([n_weeks]).collect();
        dues.sort_unstable();
        dues.dedup();
        Self { board, decoder, dues, money: decoder.desk.money }
    }

    /// The greatest value of the program; `None` where the solver gives no answer.
    fn solve(&self, known: u64, is_whole: bool, n_nodes: Option<u64>) -> Option<u64> {
        let mut program = Program::new(OptimizationDirection::Maximize);
        // Whether each task has ended by each due week; `None` where it cannot have, or is locked.
        let ended: Vec<Vec<Option<Variable>>> = (0..self.board.items.len())
            .map(|task| {
                let can = |due: &u32| !self.decoder.desk.is_placed(task) && self.board.items[task].first_end <= *due;
                let mut variable =
                    |due: &u32| {
                        let is_free = can(due);
                        is_free.then(|| {
                            if is_whole { program.add_binary_var(0.0) } else { program.add_var(0.0, (0.0, 1.0)) }
                        })
                    };
                self.dues.iter().map(&mut variable).collect()
            })
            .collect();
        let mut value = Vec::new();
        let mut fixed = 0;
        let mut rows: Vec<Row> = Vec::new();
        for goal in 0..self.board.aims.len() {
            let aim = &self.board.aims[goal];
            let closed_by_locks = self.decoder.desk.closed(self.board, goal);
            fixed += closed_by_locks * aim.weight;
            let open = aim.gap - closed_by_locks;
            if open == 0 {
                continue;
            }
            let closed = program.add_var(aim.weight as f64, (0.0, open as f64));
            value.push((closed, aim.weight as f64));
            rows.push(self.closes(goal, closed, &ended));
        }
        self.order(&ended, &mut rows);
        self.hours(&ended, &mut rows);
        self.spend(&ended, &mut rows);
        for (row, most) in rows {
            program.add_constraint(row, ComparisonOp::Le, most);
        }
        if is_whole {
            program.add_constraint(value, ComparisonOp::Ge, known as f64 - fixed as f64 + 0.5);
        }
        let mut options = SolveOptions::default();
        options.node_limit = n_nodes;
        let found = match program.solve_with(options) {
            // Nothing is better than what is known.
            Err(microlp::Error::Infeasible) if is_whole => return Some(known),
            Err(_) => return None,
            Ok(outcome) => outcome.stats().best_bound?,
        };
        // Values are whole, and the solver's are nearly right.
        (found.is_finite() && found >= 0.0).then(|| fixed + (found * (1.0 + 1e-7) + 0.01) as u64)
    }
}

/// For each task and due week the variable that says it has ended by then.
type Ended = [Vec<Option<Variable>>];

impl Model<'_> {
    /// A goal closes by what has ended in time.
    fn closes(&self, goal: usize, closed: Variable, ended: &Ended) -> Row {
        let aim = &self.board.aims[goal];
        let due = self.dues.iter().position(|due| *due >= aim.due).unwrap_or(self.dues.len() - 1);
        let mut row = vec![(closed, 1.0)];
        for (item, ended) in self.board.items.iter().zip(ended) {
            let gains = self.board.gains[item.gains.places()].iter().filter(|(to, _)| *to as usize == goal);
            let points: u64 = gains.map(|(_, points)| u64::from(*points)).sum();
            row.extend(ended[due].filter(|_| points > 0).map(|ended| (ended, -(points as f64))));
        }
        (row, 0.0)
    }

    /// What has ended stays so, and what it needs has ended before it began.
    fn order(&self, ended: &Ended, rows: &mut Vec<Row>) {
        for (item, own) in self.board.items.iter().zip(ended) {
            for pair in own.windows(2) {
                if let [Some(sooner), Some(later)] = pair {
                    rows.push((vec![(*sooner, 1.0), (*later, -1.0)], 0.0));
                }
            }
            for (due, own) in self.dues.iter().zip(own) {
                let (Some(own), Some(latest)) = (own, due.checked_sub(item.weeks)) else { continue };
                for group in &self.board.groups[item.groups.places()] {
                    rows.extend(self.need(*own, latest, &self.board.alternatives[group.places()], ended));
                }
            }
        }
    }

    /// A task is taken only if something of a group has ended by `latest`; nothing to say where a locked task has.
    fn need(&self, own: Variable, latest: u32, needs: &[u32], ended: &Ended) -> Option<Row> {
        let spans = &self.decoder.desk.spans;
        if needs.iter().any(|need| spans[*need as usize].end <= latest) {
            return None;
        }
        let by = self.dues.iter().position(|due| *due >= latest)?;
        let mut row = vec![(own, 1.0)];
        for (at, need) in needs.iter().enumerate() {
            let is_new = !needs[..at].contains(need);
            let need = ended[*need as usize][by].filter(|need| is_new && *need != own);
            row.extend(need.map(|need| (need, -1.0)));
        }
        Some((row, 0.0))
    }

    /// What has ended by a due week took its hours before. Of tasks that take at least so many hours a week, only so many
    /// have room beside each other.
    fn hours(&self, ended: &Ended, rows: &mut Vec<Row>) {
        let mut loads: Vec<i32> = self.board.items.iter().map(|item| item.load).filter(|load| *load > 1).collect();
        loads.sort_unstable();
        loads.dedup();
        for (by, due) in self.dues.iter().enumerate() {
            let free: Vec<i32> = self.decoder.desk.room.left(*due).collect();
            let sum = |part: &dyn Fn(&Item) -> f64, most: i64| {
                let terms = self.board.items.iter().zip(ended);
                let terms = terms.filter_map(|(item, ended)| Some((ended[by]?, part(item))));
                (terms.filter(|(_, part)| *part > 0.0).collect(), most as f64)
            };
            let all = |item: &Item| f64::from(item.weeks - 1) * f64::from(item.load) + f64::from(item.last);
            rows.push(sum(&all, free.iter().map(|free| i64::from(*free)).sum()));
            for load in &loads {
                let n_weeks = |item: &Item| {
                    let full = if item.load >= *load { f64::from(item.weeks - 1) } else { 0.0 };
                    full + f64::from(u8::from(item.last >= *load))
                };
                rows.push(sum(&n_weeks, free.iter().map(|free| i64::from(free / load)).sum()));
            }
        }
    }

    fn spend(&self, ended: &Ended, rows: &mut Vec<Row>) {
        if self.board.budget == u64::MAX {
            return;
        }
        let terms = self.board.items.iter().zip(ended);
        let terms = terms.filter_map(|(item, ended)| Some(((*ended.last()?)?, f64::from(item.cost))));
        rows.push((terms.filter(|(_, cost)| *cost > 0.0).collect(), self.money as f64));
    }
}
