//! Turns `src/ui/locales/*.json` into typed keys, so that a missing word in either language does not compile.
//!
//! It calls the two parts of `leptos_i18n_build` that do this; that crate itself would build all of ICU's data for it.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "ui")]
    words()?;
    Ok(())
}

#[cfg(feature = "ui")]
fn words() -> Result<(), Box<dyn std::error::Error>> {
    use leptos_i18n_parser::parse_locales::{
        options::{Config, ParseOptions},
        parse_locales,
    };
    println!("cargo::rerun-if-changed=src/ui/locales");
    let config = Config::new("en")?.add_locale("es")?.locales_path("src/ui/locales");
    let config = config.parse_options(ParseOptions::new().interpolate_display(true));
    let parsed = parse_locales(None, config)?;
    for problem in parsed.diag.warnings().iter() {
        println!("cargo::error={problem}");
    }
    for problem in parsed.diag.errors().iter() {
        println!("cargo::error={problem}");
    }
    let code = leptos_i18n_codegen::gen_code(&parsed, None, false, None, false)?;
    let out = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    std::fs::write(std::path::Path::new(&out).join("words.rs"), code.to_string())?;
    Ok(())
}
