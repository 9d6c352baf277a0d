//! What the views share.

pub mod article;
pub mod brush;
pub mod card;
pub mod facet;
pub mod findings;
pub mod graph;
pub mod header;
pub mod kinds;
pub mod mark_card;
pub mod marked;
pub mod offline;
pub mod picture;
pub mod provenance;
pub mod sheet;
pub mod tag;
pub mod timeline;
