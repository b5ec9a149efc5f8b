//! The signature of a badge, checked by the browser itself with the key that came with it. Whose key that is nobody can tell here.

use crate::exchange::passport::{Algorithm, Signature, Verification};
use crate::state::browser;
use js_sys::{Array, Function, JSON, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Checks it. What the browser does not know, or refuses, cannot be checked; nothing of that reaches its console.
pub(super) async fn verify(signature: &Signature) -> Verification {
    match check(signature).await {
        Some(true) => Verification::Valid,
        Some(false) => Verification::NotValid,
        None => Verification::CannotBeChecked,
    }
}

async fn check(signature: &Signature) -> Option<bool> {
    let subtle = Reflect::get(&browser::window().crypto().ok()?.into(), &"subtle".into()).ok()?;
    let key = JSON::parse(&signature.key).ok()?;
    let (import, verify) = parameters(signature.algorithm);
    let uses = Array::of1(&"verify".into());
    let key = asked(&subtle, "importKey", &["jwk".into(), key, import, JsValue::FALSE, uses.into()]).await?;
    let [proof, signed] = [&signature.signature, &signature.signed].map(|bytes| Uint8Array::from(bytes.as_slice()));
    asked(&subtle, "verify", &[verify, key, proof.into(), signed.into()]).await?.as_bool()
}

/// What a function of the browser's cryptography answers; none where it is not there, throws or refuses.
async fn asked(subtle: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = Reflect::get(subtle, &name.into()).ok()?.dyn_into().ok()?;
    let list = Array::new();
    for argument in arguments {
        list.push(argument);
    }
    let answer: Promise = function.apply(subtle, &list).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()
}

/// An algorithm as the browser names it: for a key, and for a check.
fn parameters(algorithm: Algorithm) -> (JsValue, JsValue) {
    let [key, check]: [&[(&str, &str)]; 2] = match algorithm {
        Algorithm::Rs256 => {
            let named = &[("name", "RSASSA-PKCS1-v1_5"), ("hash", "SHA-256")];
            [named, named]
        }
        Algorithm::Es256 => [&[("name", "ECDSA"), ("namedCurve", "P-256")], &[("name", "ECDSA"), ("hash", "SHA-256")]],
        Algorithm::EdDsa => [&[("name", "Ed25519")], &[("name", "Ed25519")]],
    };
    (object(key), object(check))
}

fn object(pairs: &[(&str, &str)]) -> JsValue {
    let object = Object::new();
    for (key, value) in pairs {
        Reflect::set(&object, &(*key).into(), &(*value).into()).ok();
    }
    object.into()
}
