//! The five kinds of sheet, and the columns of each, with the words by which people call them.

use serde::{Deserialize, Serialize};

/// What the rows of a sheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SheetKind {
    /// One skill a row.
    Skills,
    /// One role a row.
    Roles,
    /// One requirement of a role a row.
    Requirements,
    /// One task of a role a row.
    Tasks,
    /// One learning activity a row.
    Activities,
}

/// A column that a kind of sheet can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in our own sheets.
    pub key: &'static str,
    /// Other words for it, folded, in English and Spanish.
    pub words: &'static [&'static str],
}

/// A column with its words.
pub(in crate::exchange) const fn column(key: &'static str, words: &'static [&'static str]) -> Column {
    Column { key, words }
}

const ID: Column = column("id", &["code", "key", "codigo", "clave", "identificador"]);
const NAME: Column = column("name", &["title", "label", "nombre", "titulo", "denominacion", "name en"]);
const NAME_ES: Column = column("name_es", &["nombre es", "name spanish", "nombre en espanol"]);
const ABOUT: Column = column("about", &["description", "definition", "descripcion", "definicion"]);
const ABOUT_ES: Column = column("about_es", &["descripcion es", "description es", "definicion en espanol"]);
const SKILL: Column =
    column("skill", &["competence", "competency", "competencia", "habilidad", "skill id", "skill name"]);
const ROLE: Column =
    column("role", &["position", "job", "occupation", "puesto", "rol", "cargo", "role id", "role name"]);

const SKILLS: [Column; 23] = [
    ID,
    column("name", &["skill", "competence", "title", "nombre", "competencia", "habilidad", "skill name", "name en"]),
    NAME_ES,
    column("group", &["category", "cluster", "area", "grupo", "categoria", "familia de competencias"]),
    column("group_es", &["grupo es", "category es"]),
    column("group_id", &[]),
    ABOUT,
    ABOUT_ES,
    column("level_1", &["level 1", "nivel 1", "l1", "1"]),
    column("level_2", &["level 2", "nivel 2", "l2", "2"]),
    column("level_3", &["level 3", "nivel 3", "l3", "3"]),
    column("level_4", &["level 4", "nivel 4", "l4", "4"]),
    column("level_5", &["level 5", "nivel 5", "l5", "5"]),
    column("level_1_es", &["nivel 1 es"]),
    column("level_2_es", &["nivel 2 es"]),
    column("level_3_es", &["nivel 3 es"]),
    column("level_4_es", &["nivel 4 es"]),
    column("level_5_es", &["nivel 5 es"]),
    column("other_names", &["synonyms", "aliases", "alternative labels", "sinonimos", "otros nombres"]),
    column("breadth", &["amplitud", "size"]),
    column("flags", &["tags", "etiquetas", "marcas"]),
    column("related", &["related skills", "competencias relacionadas"]),
    column("prerequisites", &["requires", "requisitos previos"]),
];
const ROLES: [Column; 12] = [
    ID,
    column(
        "name",
        &["role", "position", "job title", "title", "nombre", "puesto", "rol", "cargo", "role name", "name en"],
    ),
    NAME_ES,
    column("family", &["job family", "department", "familia", "departamento", "area"]),
    column("family_es", &["familia es"]),
    column("family_id", &[]),
    ABOUT,
    ABOUT_ES,
    column("zone", &["job zone", "preparation", "preparacion", "seniority", "grade"]),
    column("onet", &["onet code", "o net soc", "soc"]),
    column("isco", &["isco 08", "isco code", "ciuo", "cno"]),
    column("other_titles", &["aliases", "synonyms", "otras denominaciones", "otros titulos"]),
];
const REQUIREMENTS: [Column; 5] = [
    ROLE,
    SKILL,
    column("level", &["required level", "target", "target level", "nivel", "nivel requerido"]),
    column("weight", &["importance", "priority", "peso", "importancia"]),
    column("need", &["must", "must or nice", "mandatory", "obligatorio", "necesidad"]),
];
const TASKS: [Column; 5] = [
    ROLE,
    column("name", &["task", "duty", "responsibility", "tarea", "funcion", "nombre"]),
    NAME_ES,
    column("share", &["time share", "percent", "tiempo", "porcentaje"]),
    column("marks", &["ratings", "valoraciones"]),
];
const ACTIVITIES: [Column; 10] = [
    ID,
    SKILL,
    NAME,
    NAME_ES,
    column("kind", &["type", "format", "tipo", "modalidad"]),
    column("from", &["from level", "start level", "desde", "nivel inicial"]),
    column("to", &["to level", "end level", "hasta", "nivel final"]),
    column("hours", &["duration", "duration hours", "horas", "duracion"]),
    column("weekly", &["hours per week", "weekly hours", "horas por semana"]),
    column("cost", &["price", "fee", "euros", "coste", "precio"]),
];

impl SheetKind {
    /// Every kind, in the order in which sheets are read: what is named by others first.
    pub const ALL: [Self; 5] = [Self::Skills, Self::Roles, Self::Requirements, Self::Tasks, Self::Activities];

    /// The columns that it can have.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Skills => &SKILLS,
            Self::Roles => &ROLES,
            Self::Requirements => &REQUIREMENTS,
            Self::Tasks => &TASKS,
            Self::Activities => &ACTIVITIES,
        }
    }

    /// The columns without which its rows mean nothing.
    #[must_use]
    pub fn needed(self) -> &'static [&'static str] {
        match self {
            Self::Skills | Self::Roles => &["name"],
            Self::Requirements => &["role", "skill", "level"],
            Self::Tasks => &["role", "name"],
            Self::Activities => &["skill", "name", "from", "to", "hours"],
        }
    }

    /// Its name in our own workbooks.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Skills => "skills",
            Self::Roles => "roles",
            Self::Requirements => "requirements",
            Self::Tasks => "tasks",
            Self::Activities => "activities",
        }
    }

    /// Other words by which a sheet of it is called, folded.
    pub(super) fn words(self) -> &'static [&'static str] {
        match self {
            Self::Skills => &["skill", "competences", "competencies", "competencias", "habilidades"],
            Self::Roles => &["role", "positions", "jobs", "puestos", "roles y puestos", "cargos"],
            Self::Requirements => &["requirement", "matrix", "role skills", "requisitos", "matriz"],
            Self::Tasks => &["task", "duties", "tareas", "funciones"],
            Self::Activities => &["activity", "training", "courses", "learning", "actividades", "formacion", "cursos"],
        }
    }
}
