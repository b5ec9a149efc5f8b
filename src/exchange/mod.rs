//! Files from outside, read into a [`Catalog`](crate::catalog::Catalog), and the messages of the worker that reads them.
//!
//! Every byte here is somebody else's: what it may weigh stands in [`limits`], and nothing in it can make the code panic.
//! No I/O: bytes come in, and values or typed errors go out.

pub mod archive;
pub mod limits;
pub mod message;
pub mod onet;
