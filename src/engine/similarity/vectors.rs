//! One vector of unit length for each role, and the product of one with all.

/// A vector: its columns, ascending, with their values.
pub(super) type Sparse = Vec<(u32, f32)>;

/// The vectors of one part of the similarity, role after role. A role of which nothing is known has an empty one.
#[derive(Debug, Default)]
pub(super) struct Vectors {
    starts: Vec<u32>,
    columns: Vec<u32>,
    values: Vec<f32>,
    by_column: ByColumn,
}

/// The same once more, in the order in which a product with all of them reads it.
#[derive(Debug)]
enum ByColumn {
    /// Most roles have most columns: whole rows, one after the other.
    Rows { width: usize, values: Vec<f32> },
    /// Few have many: for each column the roles that have it.
    Lists { starts: Vec<u32>, roles: Vec<u32>, values: Vec<f32> },
}

impl Default for ByColumn {
    fn default() -> Self {
        Self::Rows { width: 0, values: Vec::new() }
    }
}

/// From this share of filled places on, whole rows are the faster way.
const FULL: usize = 4;

impl Vectors {
    /// From one vector a role; each is brought to unit length.
    pub(super) fn new(rows: impl IntoIterator<Item = Sparse>) -> Self {
        let mut vectors = Self { starts: vec![0], ..Self::default() };
        for row in rows {
            for (column, value) in unit(row) {
                vectors.columns.push(column);
                vectors.values.push(value);
            }
            vectors.starts.push(vectors.columns.len() as u32);
        }
        let width = vectors.columns.iter().max().map_or(0, |most| *most as usize + 1);
        let is_full = FULL * vectors.columns.len() >= width * vectors.n_roles();
        vectors.by_column = if is_full { vectors.rows(width) } else { vectors.lists(width) };
        vectors
    }

    fn n_roles(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The vector of a role; empty for one that is not there.
    pub(super) fn of(&self, role: usize) -> impl Iterator<Item = (u32, f32)> {
        let start = |at: usize| self.starts.get(at).map_or(self.columns.len(), |start| *start as usize);
        let range = start(role)..start(role + 1);
        self.columns[range.clone()].iter().copied().zip(self.values[range].iter().copied())
    }

    /// Whether anything is known of a role.
    pub(super) fn has(&self, role: usize) -> bool {
        self.starts.get(role + 1).is_some_and(|end| *end > self.starts[role])
    }

    fn rows(&self, width: usize) -> ByColumn {
        let mut values = vec![0.0; width * self.n_roles()];
        for (role, row) in values.chunks_exact_mut(width.max(1)).enumerate() {
            self.of(role).for_each(|(column, value)| row[column as usize] = value);
        }
        ByColumn::Rows { width, values }
    }

    fn lists(&self, width: usize) -> ByColumn {
        let mut starts = vec![0u32; width + 1];
        self.columns.iter().for_each(|column| starts[*column as usize + 1] += 1);
        (0..width).for_each(|at| starts[at + 1] += starts[at]);
        let mut next = starts.clone();
        let (mut roles, mut values) = (vec![0; self.columns.len()], vec![0.0; self.columns.len()]);
        for role in 0..self.n_roles() {
            for (column, value) in self.of(role) {
                let place = &mut next[column as usize];
                (roles[*place as usize], values[*place as usize]) = (role as u32, value);
                *place += 1;
            }
        }
        ByColumn::Lists { starts, roles, values }
    }

    /// The product of `vector` with that of every role, from -1 to 1; 0 where one of the two is empty. `out` has one place
    /// for each role.
    pub(super) fn products(&self, vector: &[(u32, f32)], out: &mut [f32]) {
        match &self.by_column {
            ByColumn::Rows { width, values } => {
                let mut whole = vec![0.0; *width];
                for (column, value) in vector {
                    if let Some(place) = whole.get_mut(*column as usize) {
                        *place = *value;
                    }
                }
                let rows = values.chunks_exact((*width).max(1));
                out.iter_mut().zip(rows).for_each(|(out, row)| *out = dot(&whole, row));
            }
            ByColumn::Lists { starts, roles, values } => {
                out.fill(0.0);
                for (column, value) in vector {
                    let Some(&[start, end]) = starts.get(*column as usize..*column as usize + 2) else { continue };
                    let range = start as usize..end as usize;
                    for (role, other) in roles[range.clone()].iter().zip(&values[range]) {
                        out[*role as usize] += value * other;
                    }
                }
            }
        }
    }
}

/// The vector at unit length; empty where it has no length.
pub(super) fn unit(mut vector: Sparse) -> Sparse {
    let length = vector.iter().map(|(_, value)| f64::from(*value).powi(2)).sum::<f64>().sqrt() as f32;
    if length > 0.0 {
        vector.iter_mut().for_each(|(_, value)| *value /= length);
        vector
    } else {
        Vec::new()
    }
}

/// Eight sums side by side, so that a processor can make several at once.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let (a_eights, a_rest) = a.as_chunks::<8>();
    let (b_eights, b_rest) = b.as_chunks::<8>();
    let mut sums = [0.0f32; 8];
    for (a, b) in a_eights.iter().zip(b_eights) {
        for at in 0..8 {
            sums[at] += a[at] * b[at];
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    sums.iter().sum::<f32>() + rest
}
