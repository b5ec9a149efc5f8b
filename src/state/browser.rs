//! The few things asked of the browser itself.

use crate::catalog::{fold_decomposed, fold_plain};
use chrono::NaiveDate;
use js_sys::{Array, JsString, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, Window};

/// The window. There is always one where the page runs.
pub(super) fn window() -> Window {
    leptos::prelude::window()
}

/// Today where the person is, read once at the start.
pub(super) fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(1970);
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// The minutes since 1970, to label copies with.
pub(super) fn minutes() -> i64 {
    (js_sys::Date::now() / 60_000.0) as i64
}

/// The address of this site, up to its last slash.
pub(super) fn base() -> String {
    let address = window().location().href().unwrap_or_default();
    let path = address.split(['#', '?']).next().unwrap_or_default();
    path.rsplit_once('/').map_or_else(String::new, |(base, _)| [base, "/"].concat())
}

/// A name for this tab among others.
pub(super) fn tab() -> String {
    [js_sys::Date::now(), js_sys::Math::random() * 1e9].map(|part| (part as u64).to_string()).join("-")
}

/// Lets the browser do what waits, keys and painting among it.
pub(super) async fn breathe() {
    pause(0).await;
}

/// Waits so many milliseconds.
pub(super) async fn pause(ms: i32) {
    let later = Promise::new(&mut |resolve, _| {
        // Where no timer can be had the promise is never kept; a browser without timers runs no page.
        drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms));
    });
    JsFuture::from(later).await.ok();
}

/// What was typed, as the index of titles sees it. The browser has the tables of decomposition already.
#[must_use]
pub fn fold_query(typed: &str) -> String {
    let decomposed = || String::from(JsString::from(typed).normalize("NFKD"));
    fold_plain(typed).unwrap_or_else(|| fold_decomposed(decomposed().chars()))
}

/// Hands a text to the person as a file. Whether it was kept is theirs to say: the browser does not tell.
pub fn download(name: &str, text: &str) {
    download_bytes(name, &Uint8Array::from(text.as_bytes()), "application/json");
}

/// The same for bytes of any kind.
pub(super) fn download_bytes(name: &str, bytes: &Uint8Array, mime: &str) {
    let parts = Array::of1(bytes);
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    let document = leptos::prelude::document();
    let made = Blob::new_with_u8_array_sequence_and_options(&parts, &kind)
        .and_then(|blob| Url::create_object_url_with_blob(&blob))
        .and_then(|url| Ok((url, document.create_element("a")?)));
    let Ok((url, element)) = made else { return };
    if let Ok(link) = element.dyn_into::<HtmlAnchorElement>() {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The address has to outlive the click: browsers read it later.
    let forget = move || drop(Url::revoke_object_url(&url));
    leptos::prelude::set_timeout(forget, std::time::Duration::from_secs(60));
}
