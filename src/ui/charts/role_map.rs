//! Roles around a role: the nearer the more alike, like beside like. One walks from role to role by its links.

use crate::domain::{Role, Verdict};
use crate::engine::Transition;
use crate::state::{Same, Seen};
use crate::ui::routes::to_explore;
use crate::ui::words::{language, say};
use crate::ui::{format, text};
use leptos::prelude::*;

const WIDTH: f64 = 620.0;
const HEIGHT: f64 = 560.0;
/// How far from the middle the farthest role stands.
const REACH: [f64; 2] = [165.0, 235.0];
/// About as many letters as fit beside a point, and the room that one takes.
const LETTERS: usize = 19;
const LETTER: f64 = 6.6;
/// How many lines a name has at most, and from one to the next.
const LINES: usize = 2;
const LINE: f64 = 14.0;
/// Rounds in which words make room for each other.
const ROUNDS: usize = 40;

/// The map. The list beside it holds the same in words.
#[component]
pub(in crate::ui) fn RoleMap(
    /// What is seen.
    seen: Same<Seen>,
) -> impl IntoView {
    let name = |role: &Role| role.name.get(language()).to_owned();
    let here = seen.catalog.roles.get(seen.current).map(name).unwrap_or_default();
    let (x, y) = (WIDTH / 2.0, HEIGHT / 2.0);
    let drawn = seen.transitions.iter().zip(&seen.places).filter_map(|(to, place)| {
        let role = seen.catalog.roles.get(to.role)?;
        Some((role, to, [x + place[0] * REACH[0], y + place[1] * REACH[1]]))
    });
    let drawn: Vec<_> = drawn.collect();
    let here_lines = lines(&here);
    let half = width(&here_lines) / 2.0;
    let middle = Words { at: [x, y + 14.0], left: half, right: half, height: LINE * (1 + here_lines.len()) as f64 };
    let name_of = |role: &Role| text::capitalised(role.name.get(language()));
    let mut words: Vec<Words> = drawn.iter().map(|(role, _, at)| beside(*at, &lines(&name_of(role)))).collect();
    make_room(&mut words, middle);
    let points = drawn.iter().zip(&words).map(|((role, to, _), words)| point(role, to, words.at)).collect_view();
    let rings = [0.35, 0.68, 1.0].map(|share| {
        view! { <ellipse class="ring" cx=x cy=y rx=REACH[0] * share ry=REACH[1] * share/> }
    });
    view! {
        <svg class="role-map wide" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="group" aria-label=say!(explore.map_alt, role = here.as_str())>
            {rings.collect_view()}
            {points}
            <circle class="here" cx=x cy=y r="9"/>
            {written("here", "middle", [x, y + 26.0], &here_lines)}
        </svg>
    }
}

/// A point with the room that its words take.
#[derive(Clone, Copy)]
struct Words {
    at: [f64; 2],
    left: f64,
    right: f64,
    height: f64,
}

fn width(lines: &[String]) -> f64 {
    lines.iter().map(|line| line.chars().count()).max().unwrap_or(0) as f64 * LETTER
}

fn beside(at: [f64; 2], lines: &[String]) -> Words {
    let (near, far) = (9.0, width(lines) + 14.0);
    let (left, right) = if at[0] < WIDTH / 2.0 { (far, near) } else { (near, far) };
    Words { at, left, right, height: LINE * lines.len() as f64 + 3.0 }
}

/// Moves points up and down until no words stand on others, or on those in the middle.
fn make_room(points: &mut [Words], middle: Words) {
    // How far two have to part, signed like the way from the first to the second.
    let overlap = |a: Words, b: Words| {
        let (apart, room) = (b.at[1] - a.at[1], (a.height + b.height) / 2.0);
        let touch = a.at[0] - a.left < b.at[0] + b.right && b.at[0] - b.left < a.at[0] + a.right;
        (touch && apart.abs() < room).then(|| (room - apart.abs()).copysign(apart))
    };
    for _ in 0..ROUNDS {
        for at in 0..points.len() {
            if let Some(part) = overlap(middle, points[at]) {
                points[at].at[1] += part;
            }
            for other in at + 1..points.len() {
                if let Some(part) = overlap(points[at], points[other]) {
                    points[at].at[1] -= part / 2.0;
                    points[other].at[1] += part / 2.0;
                }
            }
        }
    }
}

fn point(role: &Role, to: &Transition, [x, y]: [f64; 2]) -> impl IntoView + use<> {
    let name = text::capitalised(role.name.get(language()));
    let verdict = text::verdict(to.verdict.verdict).0;
    let words = [name.clone(), verdict, format::hours(to.gap.hours.likely)].join(", ");
    let left = x < WIDTH / 2.0;
    let (anchor, beside) = if left { ("end", -12.0) } else { ("start", 12.0) };
    let href = to_explore(&role.id);
    // The group says that the link is one of the drawing: alone it would be made as one of the text.
    view! {
        <g>
            <a href=href aria-label=words>
                <title>{words.clone()}</title>
                {mark(to.verdict.verdict, [x, y])}
                {written("", anchor, [x + beside, y + 4.0], &lines(&name))}
            </a>
        </g>
    }
}

/// A circle for a step up, a square for a reskilling, a triangle for a long one: the shape says it without the colour.
fn mark(verdict: Verdict, [x, y]: [f64; 2]) -> impl IntoView {
    let (class, path) = match verdict {
        Verdict::Maintain | Verdict::Upskill | Verdict::UpskillMove => {
            ("up", format!("M{} {y}a7 7 0 1 0 14 0a7 7 0 1 0 -14 0", x - 7.0))
        }
        Verdict::Reskill => ("re", format!("M{} {}h12v12h-12z", x - 6.0, y - 6.0)),
        Verdict::LongReskill => ("re", format!("M{x} {}l7 13h-14z", y - 8.0)),
    };
    view! { <path class=class d=path/> }
}

/// Words in lines around a height.
fn written(class: &'static str, anchor: &'static str, [x, y]: [f64; 2], lines: &[String]) -> impl IntoView + use<> {
    let first = y - LINE * (lines.len().saturating_sub(1)) as f64 / 2.0;
    let line =
        |(at, line): (u8, &String)| view! { <tspan x=x y=first + LINE * f64::from(at)>{line.to_owned()}</tspan> };
    view! { <text class=class text-anchor=anchor>{(0..).zip(lines).map(line).collect_view()}</text> }
}

/// A name in lines of whole words; what does not fit is left to the link's own name. Each line but the last ends in a blank, so
/// that what is written is a part of that name.
fn lines(name: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in name.split(' ') {
        let length = |line: &String| line.chars().count();
        let fits = lines.last().is_none_or(|line| line.is_empty() || length(line) + word.chars().count() <= LETTERS);
        if !fits && lines.len() == LINES {
            break;
        }
        if !fits {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(word);
            line.push(' ');
        }
    }
    if let Some(last) = lines.last_mut() {
        last.truncate(last.trim_end().len());
    }
    lines
}
