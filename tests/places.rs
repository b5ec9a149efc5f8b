//! Two places of which one fails, and two tabs that share them: nothing that one of them had is let go.

mod support;

use skillstead::domain::Workspace;
use skillstead::store::{Journal, Kept, Loaded, Occasion, Repository, StoreError, open};
use support::device::{Device, at_once};
use support::town::answered;

/// A document that the local place has no room for.
fn large() -> Workspace {
    Workspace { organisation: format!("\"{}\"", "x".repeat(1_300_000)).into(), ..answered(3) }
}

fn load(device: &Device) -> (Repository<Device>, Loaded) {
    at_once(Repository::load(Some(device.clone()), Some(&device.journal()), "t", open, None))
}

fn again(tab: &Repository<Device>, device: &Device) -> (Repository<Device>, Loaded) {
    at_once(tab.again(device.journal(), false))
}

fn save(tab: &mut Repository<Device>, device: &Device, next: &Workspace) -> Result<Kept, StoreError> {
    let commit = tab.prepare(next, Occasion::default())?;
    let done = at_once(device.journal().commit(&commit.change));
    tab.settle(commit, done, next)
}

// The journal was full, so that the local place alone had the last saves. A document grew too large for that place, and its save let both slots
// go although the journal had failed once more: everything since the journal's last success was gone.
#[test]
fn what_the_local_place_alone_has_stays_where_the_journal_does_not_take_what_is_too_large_for_it() {
    let device = Device::new(1);
    let (mut tab, _) = load(&device);
    device.journal().fail(Some(StoreError::Full));
    assert_eq!(save(&mut tab, &device, &answered(2)), Ok(Kept::One(StoreError::Full)));
    assert_eq!(save(&mut tab, &device, &large()), Err(StoreError::Full));
    device.journal().fail(None);
    assert_eq!(load(&device).1.workspace, answered(2));
    // Once the journal takes it, the older ones go: whoever found them alone would take them for the last.
    assert_eq!(save(&mut tab, &device, &large()), Ok(Kept::Both));
    assert_eq!(device.local().keys().collect::<Vec<_>>(), ["skillstead.used"]);
    assert_eq!(load(&device).1.workspace, large());
}

// Of two slots that could not be read only the one that was next was set aside before a large document took both away.
#[test]
fn what_could_not_be_read_is_set_aside_before_a_large_document_takes_its_place() {
    let device = Device::new(2);
    save(&mut load(&device).0, &device, &answered(2)).expect("saved");
    device.put_local("skillstead.a", "torn");
    device.put_local("skillstead.b", "broken");
    let (mut tab, loaded) = load(&device);
    assert_eq!((loaded.workspace, loaded.aside.len()), (answered(2), 2));
    assert_eq!(save(&mut tab, &device, &large()), Ok(Kept::Both));
    let local = device.local();
    let mut aside: Vec<&str> =
        local.iter().filter(|(key, _)| key.contains("aside")).map(|(_, text)| text.as_str()).collect();
    aside.sort_unstable();
    assert_eq!(aside, ["broken", "torn"]);
}

// Whoever took over read the journal alone: what the tab before had saved while the journal failed was undone, and outranked at the next start
// what was saved since.
#[test]
fn who_takes_over_goes_on_from_what_the_local_place_alone_has() {
    let device = Device::new(3);
    let (mut first, _) = load(&device);
    save(&mut first, &device, &answered(1)).expect("saved");
    let (second, _) = load(&device);
    device.journal().fail(Some(StoreError::Failing));
    for n in [2, 3] {
        assert_eq!(save(&mut first, &device, &answered(n)), Ok(Kept::One(StoreError::Failing)));
    }
    let (mut second, loaded) = again(&second, &device);
    assert_eq!(loaded.workspace, answered(3));
    device.journal().fail(None);
    assert_eq!(save(&mut second, &device, &answered(4)), Ok(Kept::Both));
    let (third, loaded) = load(&device);
    assert_eq!((loaded.workspace, loaded.aside.len(), third.generation()), (answered(4), 0, 4));
}

// A tab that read back what the journal had went down to its generation: what it saved next was below what the local place had of before. Then what
// was refused was taken for the newest, and what the journal had was gone.
#[test]
fn what_the_journal_has_goes_before_what_it_has_refused_and_is_the_newest_of_both() {
    let device = Device::new(4);
    let (mut late, _) = load(&device);
    // By a tab that was cut off before the local place had it too.
    let commit = load(&device).0.prepare(&answered(1), Occasion::default()).expect("a save");
    at_once(device.journal().commit(&commit.change)).expect("saved");
    device.journal().fail(Some(StoreError::Failing));
    for n in [2, 3, 4] {
        assert_eq!(save(&mut late, &device, &answered(n)), Ok(Kept::One(StoreError::Failing)));
    }
    device.journal().fail(None);
    late.pend(&answered(5)).expect("left");
    assert_eq!(save(&mut late, &device, &answered(5)), Err(StoreError::AnotherTab(1)));
    let (mut late, loaded) = at_once(late.again(device.journal(), true));
    assert_eq!((loaded.workspace, loaded.aside.len(), loaded.is_pending), (answered(1), 0, true));
    // What was refused stays where it is until the next save.
    let before = device.local();
    assert_eq!((late.heal_local(true), device.local()), (Ok(()), before));
    assert_eq!(save(&mut late, &device, &answered(1)), Ok(Kept::Both));
    let (_, loaded) = load(&device);
    assert_eq!((loaded.workspace, loaded.aside.len(), loaded.is_pending), (answered(1), 0, false));
}

// A large organisation is the journal's alone. Its database opened too late, the page took it for a first visit, and did not say why.
#[test]
fn where_a_place_does_not_answer_and_the_other_is_empty_but_was_used_it_is_no_first_visit() {
    let device = Device::new(5);
    save(&mut load(&device).0, &device, &large()).expect("saved");
    device.journal().fail(Some(StoreError::Failing));
    let (tab, loaded) = load(&device);
    assert_eq!(
        (tab.stopped(), loaded.trouble, loaded.is_gone),
        (Some(StoreError::Unread), Some(StoreError::Failing), false)
    );
    device.journal().fail(None);
    assert_eq!(load(&device).1.workspace, large());
    // Where nobody has been, nothing stops.
    let fresh = Device::new(6);
    fresh.journal().fail(Some(StoreError::Failing));
    assert_eq!(load(&fresh).0.stopped(), None);
}

// A tab that slept had left its document in the clear. Another one set a passphrase, and knew nothing of that.
#[test]
fn what_another_tab_has_left_since_is_saved_before_the_lock_changes() {
    let device = Device::new(7);
    let (mut tab, _) = load(&device);
    save(&mut tab, &device, &answered(2)).expect("saved");
    let (mut sleeper, _) = at_once(Repository::load(Some(device.clone()), Some(&device.journal()), "s", open, None));
    sleeper.pend(&answered(3)).expect("left");
    assert!(sleeper.has_left() && !tab.has_left());
    assert_eq!(tab.prepare_relock(None, &[], &answered(2)).err(), Some(StoreError::Unread));
}

// The tab that wrote was closed before it could save, and left its document. The next in line went on from the journal, and the first save of that
// let go what was left.
#[test]
fn who_begins_to_write_goes_on_from_what_the_tab_before_has_left() {
    let device = Device::new(8);
    let (mut first, _) = load(&device);
    save(&mut first, &device, &answered(1)).expect("saved");
    let (second, _) = at_once(Repository::load(Some(device.clone()), Some(&device.journal()), "s", open, None));
    first.pend(&answered(2)).expect("left");
    let (mut second, loaded) = again(&second, &device);
    assert_eq!((&loaded.workspace, loaded.is_pending), (&answered(2), true));
    assert_eq!(save(&mut second, &device, &answered(2)), Ok(Kept::Both));
    assert!(device.local().keys().all(|key| !key.contains("pend")));
    assert_eq!(load(&device).1.workspace, answered(2));
}

// The first module's save was on its way when the whole had read what there was. The whole's own save was refused as another tab's would be, and what
// had been changed in that moment was put aside.
#[test]
fn the_whole_saves_over_what_the_first_module_was_about_to_save() {
    for is_late in [false, true] {
        let device = Device::new(9);
        let mut first = Repository::first(Some(device.clone()), "t");
        let commit = first.prepare(&answered(1), Occasion::default()).expect("a save");
        let (mut whole, _) = load(&device);
        whole.go_on_from(first.generation() + 1);
        let mut end = || {
            let done = at_once(device.journal().commit(&commit.change));
            first.settle(commit.clone(), done, &answered(1))
        };
        let before = (!is_late).then(&mut end);
        assert_eq!(save(&mut whole, &device, &answered(2)), Ok(Kept::Both));
        let kept = before.unwrap_or_else(end);
        assert_eq!(kept, if is_late { Err(StoreError::AnotherTab(2)) } else { Ok(Kept::Both) });
        let (third, loaded) = load(&device);
        assert_eq!((loaded.workspace, loaded.aside.len(), third.generation()), (answered(2), 0, 2), "late: {is_late}");
    }
}

// The journal refused, and could not be read then: an empty document took the place of what was there.
#[test]
fn where_what_refuses_cannot_be_read_nothing_is_found() {
    let device = Device::new(10);
    let (mut tab, _) = load(&device);
    save(&mut tab, &device, &answered(2)).expect("saved");
    device.journal().fail(Some(StoreError::Failing));
    let (tab, loaded) = at_once(tab.again(device.journal(), true));
    assert_eq!((tab.text(), loaded.is_pending, loaded.trouble), (None, false, Some(StoreError::Failing)));
}
