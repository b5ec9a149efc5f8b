//! Two people's words on one person's skills: first the hash, then the word.

#[path = "support/bakery.rs"]
mod bakery;

use bakery::{day, tenths};
use proptest::prelude::*;
use skillstead::exchange::handshake::{
    Compared, HandshakeError, Judgement, Nonce, Reveal, Side, Word, commit, read_commitment, read_reveal, reveal,
    settle, write_commitment, write_reveal,
};
use skillstead::exchange::limits;

fn word(side: Side, levels: &[(&str, u8)]) -> Word {
    let levels = levels.iter().map(|(skill, level)| ((*skill).into(), tenths(*level)));
    Word { person: "p1".into(), side, on: day("2026-11-29"), levels: levels.collect() }
}

const OWN: Nonce = [1; 16];
const OTHER: Nonce = [2; 16];

/// A whole handshake, every file written and read, with a chance to change what is revealed.
fn shaken(
    own: &Word,
    other: &Word,
    change: impl Fn(&mut Reveal, &mut Reveal),
) -> Result<Vec<Compared>, HandshakeError> {
    let [first, second] =
        [commit(own, &OWN), commit(other, &OTHER)].map(|made| read_commitment(&write_commitment(&made)));
    let (first, second) = (first?, second?);
    let mut own = reveal(own.clone(), OWN, &second);
    let mut other = reveal(other.clone(), OTHER, &first);
    change(&mut own, &mut other);
    let [own, other] = [own, other].map(|made| read_reveal(&write_reveal(&made)));
    settle([&second, &first], [&own?, &other?])
}

#[test]
fn words_are_compared_skill_by_skill() {
    let own = word(Side::Employee, &[("dough", 30), ("oven", 40), ("rye", 24), ("till", 10), ("yeast", 50)]);
    let other = word(Side::Manager, &[("crust", 20), ("dough", 30), ("oven", 20), ("rye", 21), ("till", 25)]);
    let settled = shaken(&own, &other, |_, _| {}).expect("a handshake");
    let found: Vec<_> = settled.iter().map(|compared| (compared.skill.as_str(), compared.judgement)).collect();
    let expected = [
        ("crust", Judgement::OneSided),
        ("dough", Judgement::Agreed),
        ("oven", Judgement::Apart),
        ("rye", Judgement::Agreed),
        ("till", Judgement::Near),
        ("yeast", Judgement::OneSided),
    ];
    assert_eq!(found, expected);
    assert_eq!((settled[2].employee, settled[2].manager), (Some(tenths(40)), Some(tenths(20))));
}

#[test]
fn whoever_changes_their_word_is_found_out() {
    let (own, other) = (word(Side::Employee, &[("oven", 30)]), word(Side::Manager, &[("oven", 20)]));
    type Change = fn(&mut Reveal, &mut Reveal);
    let cases: [(Change, HandshakeError); 8] = [
        (
            |own, _| {
                own.word.levels.insert("oven".into(), tenths(20));
            },
            HandshakeError::Changed(Side::Employee),
        ),
        (
            |_, other| {
                other.word.levels.insert("dough".into(), tenths(20));
            },
            HandshakeError::Changed(Side::Manager),
        ),
        (|_, other| other.word.levels.clear(), HandshakeError::Changed(Side::Manager)),
        (|own, _| own.word.on = day("2026-11-28"), HandshakeError::Changed(Side::Employee)),
        (|own, _| own.nonce[15] ^= 1, HandshakeError::Changed(Side::Employee)),
        (|_, other| other.answers[0] ^= 1, HandshakeError::OtherAnswer(Side::Manager)),
        (|own, _| own.word.person = "p2".into(), HandshakeError::OtherPerson),
        (|own, _| own.word.side = Side::Manager, HandshakeError::OneSide),
    ];
    for (at, (change, error)) in cases.into_iter().enumerate() {
        assert_eq!(shaken(&own, &other, change), Err(error), "case {at}");
    }
    assert_eq!(shaken(&own, &own, |_, _| {}), Err(HandshakeError::OneSide));
}

#[test]
fn texts_that_are_no_such_file_say_why() {
    let made = commit(&word(Side::Employee, &[("oven", 30)]), &OWN);
    let commitment = write_commitment(&made);
    let revealed = write_reveal(&reveal(word(Side::Employee, &[("oven", 30)]), OWN, &made));
    let long = format!("{commitment}{}", " ".repeat(limits::HANDSHAKE_BYTES));
    let check = |text: &str, error| {
        assert_eq!(read_commitment(text), Err(error), "{text}");
        assert_eq!(read_reveal(text), Err(error), "{text}");
    };
    for text in ["", "null", "{}", "[]", r#"{"handshake":1}"#] {
        check(text, HandshakeError::Foreign);
    }
    check(r#"{"handshake":2,"added":1}"#, HandshakeError::Newer(2));
    check(&long, HandshakeError::TooLarge);
    assert_eq!(read_reveal(&commitment), Err(HandshakeError::Foreign));
    assert_eq!(read_commitment(&revealed), Err(HandshakeError::Foreign));
    for (from, to) in [("employee", "boss"), ("\"handshake\":1", "\"handshake\":0"), ("}", ",\"added\":1}")] {
        assert_eq!(read_commitment(&commitment.replace(from, to)), Err(HandshakeError::Foreign), "{to}");
    }
    for (from, to) in [(":30", ":51"), ("0101", "01"), ("0101", "01G1"), ("2026-11-29", "2026-11-31")] {
        assert!(revealed.contains(from));
        assert_eq!(read_reveal(&revealed.replacen(from, to, 1)), Err(HandshakeError::Foreign), "{to}");
    }
    let newer = commitment.replace("\"handshake\":1", "\"handshake\":3");
    assert_eq!(read_commitment(&newer), Err(HandshakeError::Newer(3)));
}

fn words(side: Side) -> impl Strategy<Value = Word> {
    let levels = proptest::collection::btree_map("[a-z\"\\\\é\0]{0,4}", 0u8..=50, 0..6);
    levels.prop_map(move |levels| {
        let levels = levels.into_iter().map(|(skill, level)| (skill.into(), tenths(level)));
        Word { levels: levels.collect(), ..word(side, &[]) }
    })
}

proptest! {
    #[test]
    fn the_same_word_is_kept_and_any_other_is_not(
        own in words(Side::Employee), other in words(Side::Manager), another in words(Side::Manager),
    ) {
        let settled = shaken(&own, &other, |_, _| {});
        prop_assert!(settled.is_ok());
        let swapped = shaken(&own, &other, |_, reveal| reveal.word = another.clone());
        prop_assert_eq!(swapped.is_ok(), another == other);
    }

    #[test]
    fn no_text_breaks_the_readers(text in ".{0,200}") {
        prop_assert!(read_commitment(&text).is_err() && read_reveal(&text).is_err());
    }
}
