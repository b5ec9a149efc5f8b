//! The 23 major groups of the Standard Occupational Classification of 2018. No table of a download has their names.

use crate::domain::Text;

const NAMES: [(&str, &str, &str); 23] = [
    ("11", "Management Occupations", "Ocupaciones de dirección y gerencia"),
    ("13", "Business and Financial Operations Occupations", "Ocupaciones de negocios y operaciones financieras"),
    ("15", "Computer and Mathematical Occupations", "Ocupaciones de informática y matemáticas"),
    ("17", "Architecture and Engineering Occupations", "Ocupaciones de arquitectura e ingeniería"),
    ("19", "Life, Physical, and Social Science Occupations", "Ocupaciones de ciencias biológicas, físicas y sociales"),
    ("21", "Community and Social Service Occupations", "Ocupaciones de servicios comunitarios y sociales"),
    ("23", "Legal Occupations", "Ocupaciones jurídicas"),
    ("25", "Educational Instruction and Library Occupations", "Ocupaciones de enseñanza y bibliotecas"),
    (
        "27",
        "Arts, Design, Entertainment, Sports, and Media Occupations",
        "Ocupaciones de artes, diseño, entretenimiento, deportes y medios de comunicación",
    ),
    ("29", "Healthcare Practitioners and Technical Occupations", "Profesionales y técnicos de la salud"),
    ("31", "Healthcare Support Occupations", "Ocupaciones de apoyo a la salud"),
    ("33", "Protective Service Occupations", "Ocupaciones de servicios de protección"),
    ("35", "Food Preparation and Serving Related Occupations", "Ocupaciones de preparación y servicio de alimentos"),
    (
        "37",
        "Building and Grounds Cleaning and Maintenance Occupations",
        "Ocupaciones de limpieza y mantenimiento de edificios y jardines",
    ),
    ("39", "Personal Care and Service Occupations", "Ocupaciones de cuidado y servicios personales"),
    ("41", "Sales and Related Occupations", "Ocupaciones de ventas y afines"),
    ("43", "Office and Administrative Support Occupations", "Ocupaciones de oficina y apoyo administrativo"),
    ("45", "Farming, Fishing, and Forestry Occupations", "Ocupaciones de agricultura, pesca y silvicultura"),
    ("47", "Construction and Extraction Occupations", "Ocupaciones de construcción y extracción"),
    (
        "49",
        "Installation, Maintenance, and Repair Occupations",
        "Ocupaciones de instalación, mantenimiento y reparación",
    ),
    ("51", "Production Occupations", "Ocupaciones de producción"),
    ("53", "Transportation and Material Moving Occupations", "Ocupaciones de transporte y traslado de materiales"),
    ("55", "Military Specific Occupations", "Ocupaciones específicas de las fuerzas armadas"),
];

/// The name of a major group by its two digits, or the digits where the classification has no such group.
pub(super) fn name(group: &str) -> Text {
    let known = NAMES.iter().find(|(digits, ..)| *digits == group);
    known.map_or_else(|| Text::english(group), |(_, en, es)| Text::new(en, es))
}
