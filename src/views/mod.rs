//! One file a view.

pub mod about;
pub mod compare;
pub mod concordance;
pub mod entity;
pub mod explore;
pub mod lost;
pub mod read;
