//! Invented names: of nobody in particular, and of no one country.

/// First names.
pub(super) const FIRST: [&str; 64] = [
    "Abel", "Ada", "Alba", "Amin", "Anouk", "Arun", "Aya", "Beck", "Bina", "Bo", "Cai", "Cleo", "Dara", "Davi", "Edda",
    "Eli", "Emre", "Enzo", "Esme", "Fay", "Finn", "Gia", "Hana", "Hugo", "Ida", "Ilan", "Inés", "Iris", "Jai", "Jo",
    "Juno", "Kai", "Kira", "Lars", "Lea", "Lin", "Lou", "Malu", "Mara", "Mei", "Milo", "Nadia", "Nico", "Noor", "Ola",
    "Omar", "Paz", "Pia", "Quim", "Rafa", "Remy", "Rosa", "Sami", "Sol", "Suri", "Tam", "Teo", "Uma", "Vera", "Wim",
    "Xan", "Yara", "Zeno", "Zoë",
];

/// Surnames.
pub(super) const LAST: [&str; 80] = [
    "Abrano", "Aldery", "Amsel", "Arroya", "Ashdane", "Bastiel", "Belmarsh", "Birkan", "Bravery", "Brisco", "Caldo",
    "Carvane", "Castell", "Cindral", "Corvo", "Dalmora", "Deverin", "Dorsay", "Drayne", "Eastlow", "Elmar", "Emberly",
    "Esparta", "Fairlock", "Falken", "Ferrow", "Fiore", "Galdan", "Garrick", "Gellar", "Granado", "Halvane",
    "Harrowby", "Hollin", "Ibarri", "Iversole", "Jarvo", "Joplane", "Kastner", "Kelso", "Kirane", "Lambry", "Larrow",
    "Lindqvar", "Lomas", "Maddow", "Marenko", "Mercer", "Mirande", "Moreau", "Nakari", "Nevin", "Norring", "Oakdene",
    "Ortane", "Palmero", "Pemberly", "Pinto", "Quarles", "Quill", "Ravano", "Redmar", "Rosell", "Sabino", "Sandoval",
    "Selby", "Sorrel", "Sterlane", "Tamaro", "Tarn", "Thornby", "Torvald", "Ulman", "Vale", "Vantreel", "Verano",
    "Wexley", "Wilder", "Yarrow", "Zamoro",
];

/// Sites.
pub(super) const SITES: [&str; 12] = [
    "Harbour",
    "Old mill",
    "Northgate",
    "Riverside",
    "Hilltop",
    "Station yard",
    "Westfield",
    "Quarry",
    "Lighthouse",
    "Orchard",
    "Canal street",
    "Airfield",
];
