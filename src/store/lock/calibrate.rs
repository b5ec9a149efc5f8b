//! How much work this device can do in a moment.

use super::{Kdf, Kek, LockError};

/// An unlocking takes at least so long, in milliseconds.
const LEAST_MS: f64 = 500.0;

/// Derives with ever more passes until it takes half a second, and at least as often as [`Kdf::USUAL`] says; in half of the memory where
/// there is no more. `now` is a clock in milliseconds.
///
/// # Errors
/// Those of deriving.
pub fn calibrate(
    now: impl Fn() -> f64,
    mut derive: impl FnMut(Kdf) -> Result<Kek, LockError>,
) -> Result<(Kdf, Kek), LockError> {
    let mut kdf = Kdf::USUAL;
    loop {
        let begun = now();
        match derive(kdf) {
            Err(LockError::NoMemory) if kdf.memory == Kdf::USUAL.memory => kdf = Kdf::SMALL,
            derived => {
                let kek = derived?;
                let took = now() - begun;
                if took >= LEAST_MS || kdf.passes >= Kdf::MOST.passes {
                    return Ok((kdf, kek));
                }
                let enough = (f64::from(kdf.passes) * LEAST_MS / took.max(1.0)).ceil() as u32;
                kdf.passes = enough.clamp(kdf.passes + 1, Kdf::MOST.passes);
            }
        }
    }
}
