//! What needs a browser's own interfaces, in headless Chromium: storage, the shelf, and the page itself.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "tests; the lint does not know those of wasm-bindgen")]

#[path = "support/crew.rs"]
mod crew;
#[path = "support/town.rs"]
mod town;

use js_sys::Uint8Array;
use skillstead::catalog::{Catalog, pack, unpack};
use skillstead::domain::Workspace;
use skillstead::engine::workforce::{OrgPolicy, TalentMap, demand};
use skillstead::engine::{Outlook, Policy, SimilarityTable, Standing, Way, analyse, judge, prepare};
use skillstead::store::{
    Backend, BrowserJournal, Change, Journal, Kept, Loaded, LocalBackend, Occasion, Repository, Shelf, Space,
    StoreError, open,
};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn chosen() -> Workspace {
    town::person("baker", "miller", &[])
}

async fn save(repository: &mut Repository<LocalBackend>, workspace: &Workspace) -> Result<Kept, StoreError> {
    let commit = repository.prepare(workspace, Occasion::default())?;
    let done = BrowserJournal::of(Space::Personal).commit(&commit.change).await;
    repository.settle(commit, done, workspace)
}

async fn load() -> (Repository<LocalBackend>, Loaded) {
    Repository::load(
        LocalBackend::probe(Space::Personal).ok(),
        Some(&BrowserJournal::of(Space::Personal)),
        "tab",
        open,
        None,
    )
    .await
}

#[wasm_bindgen_test]
async fn both_places_keep_a_document() {
    let journal = BrowserJournal::of(Space::Personal);
    let (mut repository, _) = load().await;
    assert_eq!(save(&mut repository, &chosen()).await, Ok(Kept::Both));
    let (mut again, loaded) = load().await;
    assert_eq!(loaded.workspace, chosen());
    assert!(loaded.aside.is_empty());
    // Another tab saves in between: this one is refused, and its document stays where it is.
    assert_eq!(save(&mut repository, &Workspace::default()).await, Ok(Kept::Both));
    assert_eq!(save(&mut again, &chosen()).await, Err(StoreError::AnotherTab(2)));
    let wiped = repository.wipe(journal.keys().await.unwrap()).unwrap();
    journal.commit(&wiped).await.unwrap();
    assert_eq!(journal.keys().await, Ok(Vec::new()));
    assert_eq!(LocalBackend::probe(Space::Personal).unwrap().get("skillstead.a"), Ok(None));
}

#[wasm_bindgen_test]
async fn a_person_and_an_organisation_see_nothing_of_each_other() {
    let spaces = [Space::Personal, Space::Organisation];
    let [mut own, mut theirs] = spaces.map(|space| LocalBackend::probe(space).unwrap());
    let [journal, other] = spaces.map(BrowserJournal::of);
    own.put("skillstead.pend.mine", "mine").unwrap();
    theirs.put("skillstead.pend.theirs", "theirs").unwrap();
    let put = |text: &str| Change { puts: vec![("a".into(), text.into())], ..Change::default() };
    journal.commit(&put("mine")).await.unwrap();
    other.commit(&put("theirs")).await.unwrap();
    let seen = |keys: Vec<String>| keys.into_iter().filter(|key| key.contains("pend")).collect::<Vec<_>>();
    assert_eq!(seen(own.keys().unwrap()), ["skillstead.pend.mine"]);
    assert_eq!(seen(theirs.keys().unwrap()), ["skillstead.pend.theirs"]);
    assert_eq!(own.get("skillstead.pend.theirs"), Ok(None));
    assert_eq!(journal.get("a").await, Ok(Some("mine".into())));
    assert_eq!(other.get("a").await, Ok(Some("theirs".into())));
    own.remove("skillstead.pend.mine").unwrap();
    assert_eq!(theirs.get("skillstead.pend.theirs"), Ok(Some("theirs".into())));
    theirs.remove("skillstead.pend.theirs").unwrap();
    for journal in [journal, other] {
        journal.commit(&Change { removes: vec!["a".into()], ..Change::default() }).await.unwrap();
    }
}

#[wasm_bindgen_test]
fn a_text_larger_than_the_storage_is_refused_and_the_old_one_stays() {
    let mut local = LocalBackend::probe(Space::Personal).unwrap();
    local.put("skillstead.test", "small").unwrap();
    assert_eq!(local.put("skillstead.test", &"x".repeat(6 << 20)), Err(StoreError::Full));
    assert_eq!(local.get("skillstead.test"), Ok(Some("small".into())));
    local.remove("skillstead.test").unwrap();
}

#[wasm_bindgen_test]
async fn the_shelf_keeps_a_catalogue() {
    let bytes = pack(&town::large()).unwrap();
    let shelf = Shelf::default();
    shelf.put("town", "old", &Uint8Array::from(&b"old"[..])).await.unwrap();
    shelf.put("town", "new", &Uint8Array::from(bytes.as_slice())).await.unwrap();
    let all = shelf.all().await.unwrap();
    assert_eq!(all.len(), 1, "one catalogue of a source");
    assert_eq!(all[0].hash, "new");
    assert_eq!(unpack(&all[0].bytes).unwrap().roles.len(), 2);
    shelf.remove("town").await.unwrap();
    assert!(shelf.all().await.unwrap().is_empty());
}

#[wasm_bindgen_test]
fn gap_and_verdict_are_measured() {
    let (catalog, workspace, policy) = (town::large(), chosen(), Policy::default());
    let rounds = 1_000;
    let begun = js_sys::Date::now();
    for _ in 0..rounds {
        let way = Way::find(std::iter::once(&catalog), &workspace).unwrap();
        let standing = Standing::of(&way, &workspace);
        std::hint::black_box(judge(
            &way,
            &analyse(&way, &standing, &policy),
            Some(0.5),
            catalog.calibration.cuts,
            &policy,
        ));
    }
    console_log!("gap and verdict of 120 requirements: {:.3} ms", (js_sys::Date::now() - begun) / f64::from(rounds));
}

/// As many roles as O*NET has rated occupations: where one leads, twenty with what carries and what costs each.
#[wasm_bindgen_test]
fn where_a_role_leads_is_measured() {
    let names: Vec<String> = (0..892).map(|at| format!("role-{at}")).collect();
    let names: Vec<&str> = ["baker", "miller"].into_iter().chain(names.iter().map(String::as_str)).collect();
    let (mut catalog, workspace, policy) = (town::wide(&names), chosen(), Policy::default());
    prepare(&mut catalog);
    let table = SimilarityTable::of(&catalog);
    let rounds = 200;
    let begun = js_sys::Date::now();
    for _ in 0..rounds {
        let way = Way::find(std::iter::once(&catalog), &workspace).unwrap();
        let standing = Standing::of(&way, &workspace);
        let gates = &workspace.gates;
        let here =
            Outlook { catalog: &catalog, table: &table, current: 0, standing: &standing, gates, policy: &policy };
        let found = here.transitions(20, |_| true, |_| true);
        let reasons = found.iter().map(|to| (to.carried_by(), to.costs_most()));
        assert_eq!(std::hint::black_box(reasons.collect::<Vec<_>>()).len(), 20);
    }
    console_log!("twenty of 894 roles with reasons: {:.3} ms", (js_sys::Date::now() - begun) / f64::from(rounds));
}

/// What everybody of an organisation can do together, and what that covers, at its largest where the compiler has done its best.
#[wasm_bindgen_test]
fn the_talent_map_is_measured() {
    let sizes: &[usize] = if cfg!(debug_assertions) { &[2_000] } else { &[20_000, 200_000] };
    for people in sizes.iter().copied() {
        let size = crew::Size { people, skills: 300, positions: 400, ratings: 20, requirements: 8, seats: 10 };
        let organisation = crew::crew(&mut fastrand::Rng::with_seed(7), size);
        let own = OrgPolicy::default();
        let needs = demand(&organisation, &Catalog::default(), None, &Policy::default(), &own);
        let begun = js_sys::Date::now();
        let map = TalentMap::of(&organisation, |_| true);
        let rows = map.coverage(&organisation, &needs.now, own.absence);
        let took = js_sys::Date::now() - begun;
        assert!(!std::hint::black_box(rows).is_empty());
        console_log!("the talent map of {people} people and 300 skills, with what it covers: {took:.0} ms");
    }
}

#[wasm_bindgen_test]
async fn the_page_takes_the_place_of_its_first_paint() {
    let document = web_sys::window().unwrap().document().unwrap();
    let place = document.create_element("div").unwrap();
    place.set_id("app");
    place.set_text_content(Some("first paint"));
    document.body().unwrap().append_child(&place).unwrap();
    skillstead::ui::mount_first();
    leptos::task::tick().await;
    assert!(!place.text_content().unwrap().contains("first paint"));
    assert_eq!(place.query_selector_all("h1").unwrap().length(), 1);
    assert_eq!(place.query_selector_all("[role=combobox]").unwrap().length(), 2);
}
