//! What the views share.

pub mod article;
pub mod card;
pub mod facet;
pub mod header;
pub mod kinds;
pub mod marked;
pub mod picture;
pub mod provenance;
pub mod sheet;
pub mod tag;
pub mod timeline;
