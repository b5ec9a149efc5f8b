//! What several tests need.
#![allow(dead_code, reason = "each test binary uses its own part")]

pub mod crew;
pub mod device;
pub mod hostile;
pub mod plan_checker;
pub mod planning;
pub mod starter;
pub mod town;
