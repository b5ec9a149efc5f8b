//! The house keeps its order: which module may name which, how large a file may grow, what never stands in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A source file: its path under `src`, and its lines without comments.
struct Source {
    path: String,
    module: String,
    lines: Vec<String>,
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn walk(folder: &Path, found: &mut Vec<Source>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in folder.read_dir().expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let name = path.strip_prefix(&root).expect("under src").to_string_lossy().into_owned();
            let code = |line: &str| line.split("// ").next().unwrap_or_default().to_owned();
            let is_comment = |line: &str| line.trim_start().starts_with("//");
            let text = read(&path);
            let lines = text.lines().map(|line| if is_comment(line) { String::new() } else { code(line) });
            let module = name.split(['/', '.']).next().unwrap_or_default().to_owned();
            found.push(Source { module, lines: lines.collect(), path: name });
        }
    }
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 50, "the sources were not found");
    found
}

/// Every line of the sources that a rule finds fault with; none may be.
#[track_caller]
fn check(rule: &str, is_wrong: impl Fn(&Source, &str) -> bool) {
    let sources = sources();
    let faults: Vec<String> = sources
        .iter()
        .flat_map(|source| source.lines.iter().enumerate().map(move |(at, line)| (source, at + 1, line)))
        .filter(|(source, _, line)| is_wrong(source, line))
        .map(|(source, at, line)| format!("src/{}:{at}: {}", source.path, line.trim()))
        .collect();
    assert!(faults.is_empty(), "{rule}\n{}", faults.join("\n"));
}

/// What each module may name, itself aside.
const ARROWS: [(&str, &[&str]); 8] = [
    ("domain", &[]),
    ("catalog", &["domain"]),
    ("engine", &["catalog", "domain"]),
    ("exchange", &["catalog", "domain"]),
    ("store", &["catalog", "domain"]),
    ("worker", &["exchange"]),
    ("state", &["engine", "exchange", "store", "catalog", "domain"]),
    ("ui", &["state", "engine", "exchange", "store", "catalog", "domain"]),
];

#[test]
fn arrows_point_one_way() {
    let known: BTreeSet<String> = sources().into_iter().map(|source| source.module).collect();
    let expected: BTreeSet<String> =
        ARROWS.iter().map(|(module, _)| (*module).to_owned()).chain(["bin", "lib", "main"].map(String::from)).collect();
    assert_eq!(known, expected, "a module without arrows");
    check("a module names one that it must not know", |source, line| {
        let Some((_, allowed)) = ARROWS.iter().find(|(module, _)| *module == source.module) else { return false };
        line.split("crate::").skip(1).any(|rest| {
            let named = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            named != source.module && !allowed.contains(&named)
        })
    });
}

#[test]
fn pages_know_the_types_of_the_core_and_call_none_of_its_functions() {
    check("a page calls into the core: that is work of `state`", |source, line| {
        let core = ["crate::engine::", "crate::exchange::", "crate::store::"];
        let names = core.iter().find_map(|core| line.split_once(core)).map(|(_, names)| names);
        let last = |name: &str| name.rsplit("::").next().unwrap_or_default().trim().to_owned();
        source.module == "ui"
            && names.is_some_and(|names| {
                let mut names = names.split(['{', '}', ',', ';']).map(last).filter(|name| !name.is_empty());
                names.any(|name| name.starts_with(char::is_lowercase))
            })
    });
}

#[test]
fn the_core_knows_neither_page_nor_clock() {
    let core = |source: &Source| ["domain", "catalog", "engine", "exchange"].contains(&source.module.as_str());
    check("Leptos belongs to `state` and `ui`", |source, line| {
        line.contains("leptos") && !["state", "ui", "bin", "main"].contains(&source.module.as_str())
    });
    check("the browser belongs to `store`, `state` and `ui`", |source, line| {
        core(source) && ["web_sys", "js_sys", "wasm_bindgen", "gloo"].iter().any(|name| line.contains(name))
    });
    check("today and every seed are arguments", |source, line| {
        let is_unseeded = line.contains("rand::") && !line.contains("fastrand::Rng::with_seed(seed)");
        core(source) && (is_unseeded || ["SystemTime", "Instant", "::now()"].iter().any(|name| line.contains(name)))
    });
    check("no result depends on the order of a hash", |source, line| {
        core(source) && ["HashMap", "HashSet"].iter().any(|name| line.contains(name))
    });
}

#[test]
fn nothing_panics_on_purpose() {
    check("errors are data", |_, line| {
        [".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!("]
            .iter()
            .any(|word| line.contains(word))
    });
}

#[test]
fn files_and_components_stay_small() {
    let most = |module: &str| match module {
        "ui" => 250,
        _ => 300,
    };
    for source in sources() {
        let length = source.lines.len();
        assert!(length <= most(&source.module), "src/{} has {length} lines: split it along the domain", source.path);
        let mut component = None;
        for (at, line) in source.lines.iter().enumerate() {
            match component {
                None if line.starts_with("#[component]") => component = Some((at, 0)),
                Some((start, props)) if line == "}" => {
                    let length = at - start;
                    assert!(length <= 100, "src/{}:{start}: a component of {length} lines", source.path);
                    assert!(props <= 7, "src/{}:{start}: a component with {props} props", source.path);
                    component = None;
                }
                Some((start, props))
                    if line.starts_with("    ") && !line.starts_with("     ") && line.ends_with(',') =>
                {
                    component = Some((start, props + 1));
                }
                _ => {}
            }
        }
    }
    let pages: Vec<Source> = sources().into_iter().filter(|source| source.module == "ui").collect();
    let mut lengths: Vec<usize> = pages.iter().map(|source| source.lines.len()).collect();
    lengths.sort_unstable();
    assert!(lengths[lengths.len() / 2] <= 80, "half of the files of `ui` have more than 80 lines");
    let clones: usize = pages.iter().flat_map(|source| &source.lines).filter(|line| line.contains(".clone()")).count();
    let all: usize = lengths.iter().sum();
    assert!(clones * 1_000 <= all * 6, "{clones} clones in {all} lines of `ui`");
}

#[test]
fn words_for_the_screen_stand_with_the_other_words() {
    check("a sentence outside of src/ui/locales", |source, line| {
        let is_shown = |text: &str| {
            let mut letters = text.chars();
            letters.next().is_some_and(char::is_uppercase)
                && letters.next().is_some_and(char::is_lowercase)
                && text.contains(' ')
        };
        let literals = line.split('"').skip(1).step_by(2);
        let child = |mark: &str| line.split(mark).skip(1).any(|rest| rest.starts_with(char::is_alphabetic));
        source.module == "ui" && (literals.into_iter().any(is_shown) || child(">\"") || child("} \""))
    });
}

/// Every key of a language with its placeholders.
fn words(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    fn collect(prefix: &str, value: &serde_json::Value, into: &mut BTreeMap<String, BTreeSet<String>>) {
        match value {
            serde_json::Value::Object(children) => {
                for (key, child) in children {
                    collect(&format!("{prefix}.{key}"), child, into);
                }
            }
            serde_json::Value::String(text) => {
                assert!(!text.trim().is_empty(), "{prefix} is empty");
                let places =
                    text.split("{{").skip(1).filter_map(|rest| Some(rest.split_once("}}")?.0.trim().to_owned()));
                into.insert(prefix.to_owned(), places.collect());
            }
            other => panic!("{prefix}: {other}"),
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/ui/locales/{language}.json"));
    let mut found = BTreeMap::new();
    collect(language, &serde_json::from_str(&read(&path)).expect("JSON"), &mut found);
    found.into_iter().map(|(key, places)| (key.trim_start_matches(language).to_owned(), places)).collect()
}

#[test]
fn both_languages_say_the_same_things() {
    let (en, es) = (words("en"), words("es"));
    assert!(en.len() > 200);
    assert_eq!(en, es);
}

#[test]
fn every_word_is_used() {
    let code: String = sources().iter().filter(|source| source.module == "ui").flat_map(|s| s.lines.clone()).collect();
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let is_used = |key: &str| [",", ")"].iter().any(|end| code.contains(&["say!(", key, end].concat()));
    let unused: Vec<_> = words("en").into_keys().filter(|key| !is_used(key.trim_start_matches('.'))).collect();
    assert!(unused.is_empty(), "no page says {unused:?}");
}
