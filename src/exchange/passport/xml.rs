//! XML as a tree of elements, within limits: no document type, so no entities but the five of XML, bounded in depth and number.

use super::{Form, PassportError};
use crate::exchange::limits;
use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

/// Attributes of an element that are looked at. Europass has five at the most.
const ATTRIBUTES: usize = 16;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without its prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// The text that is directly in it.
    text: String,
    pub(super) children: Vec<Element>,
}

impl Element {
    /// The children of a name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first child at the end of a path of names.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.children.iter().find(|child| child.name == *name))
    }

    /// The text at the end of a path of names; empty where there is none.
    pub(super) fn text(&self, path: &[&str]) -> &str {
        self.at(path).map_or("", |element| element.text.trim())
    }

    /// An attribute as it is written; empty where there is none.
    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// Every element of a name below this one, at any depth, in order; not those inside of one that was found.
    pub(super) fn below<'a>(&'a self, name: &str, found: &mut Vec<&'a Self>) {
        for child in &self.children {
            if child.name == name {
                found.push(child);
            } else {
                child.below(name, found);
            }
        }
    }

    fn of(start: &BytesStart<'_>) -> Self {
        // To look for attributes that stand twice takes the square of their number.
        let mut attributes = start.attributes();
        let attributes = attributes.with_checks(false).flatten().take(ATTRIBUTES);
        let attributes =
            attributes.map(|one| (one.key.local_name().as_ref().to_owned(), one.value.into_owned())).collect();
        Self { name: start.local_name().as_ref().to_owned(), attributes, ..Self::default() }
    }
}

/// The root element of a text.
///
/// # Errors
/// A text that is no XML, has a document type, or is beyond [`limits::PASSPORT_DEPTH`] or [`limits::PASSPORT_ELEMENTS`].
pub(super) fn read(text: &str) -> Result<Element, PassportError> {
    let broken = PassportError::Broken(Form::Europass);
    let mut reader = Reader::from_str(text);
    // The elements that are open, below a root above the root.
    let mut open = vec![Element::default()];
    let mut n_elements = 0;
    loop {
        let event = reader.read_event().map_err(|_| PassportError::Broken(Form::Europass))?;
        if let Event::Start(_) | Event::Empty(_) = event {
            n_elements += 1;
            if n_elements > limits::PASSPORT_ELEMENTS {
                return Err(PassportError::TooMany { limit: limits::PASSPORT_ELEMENTS });
            }
        }
        match event {
            Event::Start(start) if open.len() > limits::PASSPORT_DEPTH => {
                drop(start);
                return Err(PassportError::TooDeep);
            }
            Event::Start(start) => open.push(Element::of(&start)),
            Event::Empty(start) => close(&mut open, Element::of(&start)),
            Event::End(_) => {
                let Some(ended) = open.pop().filter(|_| !open.is_empty()) else { return Err(broken) };
                close(&mut open, ended);
            }
            Event::Text(text) => write(&mut open, &text),
            Event::CData(text) => write(&mut open, &text),
            Event::GeneralRef(name) => {
                let letter = name.resolve_char_ref().map_err(|_| PassportError::Broken(Form::Europass))?;
                match (letter, resolve_xml_entity(&name)) {
                    (Some(letter), _) => write(&mut open, letter.encode_utf8(&mut [0; 4])),
                    (None, Some(text)) => write(&mut open, text),
                    (None, None) => return Err(broken),
                }
            }
            Event::DocType(_) => return Err(PassportError::DocumentType),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    match (open.pop(), open.is_empty()) {
        (Some(mut above), true) if above.children.len() == 1 => above.children.pop().ok_or(broken),
        _ => Err(broken),
    }
}

fn close(open: &mut [Element], ended: Element) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(ended);
    }
}

fn write(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}
