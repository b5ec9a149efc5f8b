//! How alike two roles are, and from where on that is near (engine.md 5).

mod calibrate;
mod part;
mod table;
mod vectors;

pub use calibrate::calibrate;
pub use part::Part;
pub use table::{Origin, PartWeights, SimilarityTable};
