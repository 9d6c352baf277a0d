//! One file a view, a folder for the comparison.

pub mod about;
pub mod compare;
pub mod concordance;
pub mod corrections;
pub mod entity;
pub mod explore;
pub mod home;
pub mod lost;
pub mod overview;
pub mod read;
