//! The five kinds of table, and the columns of each, with the words by which people call them.

use crate::exchange::sheets::{Column, column};
use serde::{Deserialize, Serialize};

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TableKind {
    /// One position a row.
    Positions,
    /// One person a row, with a column for each skill where the ratings stand beside them.
    People,
    /// One requirement of a position a row.
    Requirements,
    /// One rating of a person a row.
    Ratings,
    /// One certificate of a person a row.
    Certificates,
}

const TEAM: Column = column("team", &["department", "unit", "squad", "equipo", "departamento", "unidad", "area"]);
const SITE: Column = column("site", &["location", "office", "sede", "centro", "ubicacion", "oficina", "ciudad"]);
const SKILL: Column =
    column("skill", &["competence", "competency", "competencia", "habilidad", "skill id", "skill name"]);
const LEVEL: Column = column("level", &["rating", "score", "proficiency", "nivel", "valoracion", "required level"]);
const GATES: Column = column("gates", &["licences", "licenses", "certificates", "habilitaciones", "licencias"]);

const PEOPLE: [Column; 15] = [
    column(
        "id",
        &[
            "code",
            "person",
            "person id",
            "employee id",
            "staff number",
            "employee number",
            "codigo",
            "numero de empleado",
        ],
    ),
    column("name", &["employee", "full name", "employee name", "nombre", "nombre completo", "empleado", "persona"]),
    TEAM,
    SITE,
    column("manager", &["reports to", "supervisor", "line manager", "manager id", "jefe", "jefa", "responsable"]),
    column("position", &["job title", "job", "role", "title", "puesto", "cargo", "rol"]),
    column("hours", &["learning hours", "hours per week", "horas", "horas por semana"]),
    GATES,
    column("interests", &["interested in", "intereses"]),
    column("consent", &["agreed", "consentimiento"]),
    column("mentor", &["would mentor", "can mentor", "mentora"]),
    column("mentee", &["wants a mentor", "would be mentored"]),
    column("mentees", &["mentees at once"]),
    column("wanted_positions", &["wants position", "puestos deseados"]),
    column("wanted_roles", &["wants role", "roles deseados"]),
];
const POSITIONS: [Column; 8] = [
    column("id", &["code", "position id", "codigo"]),
    column("title", &["position", "name", "job title", "puesto", "nombre", "cargo"]),
    column("role", &["catalogue role", "occupation", "rol", "ocupacion"]),
    TEAM,
    SITE,
    column("seats", &["headcount", "head count", "people", "fte", "plazas", "personas"]),
    column("seats_then", &["seats at the horizon", "future headcount", "plazas futuras"]),
    GATES,
];
const REQUIREMENTS: [Column; 5] = [
    column("position", &["role", "job title", "job", "position id", "puesto", "cargo", "rol"]),
    SKILL,
    LEVEL,
    column("weight", &["importance", "priority", "peso", "importancia"]),
    column("must", &["need", "mandatory", "obligatorio", "imprescindible"]),
];
const PERSON: Column = column(
    "person",
    &["person id", "employee", "employee id", "id", "name", "persona", "empleado", "codigo", "staff number"],
);
const RATINGS: [Column; 5] = [
    PERSON,
    SKILL,
    LEVEL,
    column("by", &["rater", "rated by", "source", "evaluador", "fuente"]),
    column("on", &["date", "rated on", "day", "fecha"]),
];
const CERTIFICATES: [Column; 4] = [
    PERSON,
    column(
        "certificate",
        &["certification", "licence", "license", "card", "certificado", "certificacion", "licencia", "carne"],
    ),
    column("gate", &["proves", "gate id", "acredita"]),
    column(
        "until",
        &[
            "valid until",
            "valid to",
            "expires",
            "expires on",
            "expiry",
            "expiry date",
            "valido hasta",
            "caduca",
            "caducidad",
            "vencimiento",
        ],
    ),
];

impl TableKind {
    /// Every kind, in the order in which tables are read: what is named by others first.
    pub const ALL: [Self; 5] = [Self::Positions, Self::People, Self::Requirements, Self::Ratings, Self::Certificates];

    /// The columns that it can have, skills aside.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Positions => &POSITIONS,
            Self::People => &PEOPLE,
            Self::Requirements => &REQUIREMENTS,
            Self::Ratings => &RATINGS,
            Self::Certificates => &CERTIFICATES,
        }
    }

    /// The columns without which its rows mean nothing: one of each list has to be there.
    #[must_use]
    pub fn needed(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Positions => &[&["title", "id"], &["seats"]],
            Self::People => &[&["id", "name"]],
            Self::Requirements => &[&["position"], &["skill"], &["level"]],
            Self::Ratings => &[&["person"], &["skill"], &["level"]],
            Self::Certificates => &[&["person"], &["certificate"]],
        }
    }

    /// Its name in our own files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Positions => "positions",
            Self::People => "people",
            Self::Requirements => "requirements",
            Self::Ratings => "ratings",
            Self::Certificates => "certificates",
        }
    }
}
