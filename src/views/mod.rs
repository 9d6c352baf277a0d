//! One file a view, a folder for the comparison.

pub mod about;
pub mod compare;
pub mod concordance;
pub mod entity;
pub mod explore;
pub mod lost;
pub mod overview;
pub mod read;
