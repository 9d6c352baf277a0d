//! The pictures that installers want, drawn from the one that is drawn by hand.

use anyhow::{Context, Result};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

/// Sides, in pixels.
const SIDES: [u16; 2] = [192, 512];

/// `icon-192.png` and `icon-512.png`, from an SVG that is square.
pub fn pictures(svg: &[u8]) -> Result<Vec<(String, Vec<u8>)>> {
    let tree = Tree::from_data(svg, &Options::default()).context("icon.svg is not a picture")?;
    SIDES.iter().map(|&side| Ok((format!("icon-{side}.png"), picture(&tree, side)?))).collect()
}

fn picture(tree: &Tree, side: u16) -> Result<Vec<u8>> {
    let mut canvas = Pixmap::new(side.into(), side.into()).context("no room for a picture")?;
    let scale = f32::from(side) / tree.size().width();
    resvg::render(tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
    canvas.encode_png().context("a picture cannot be written")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_the_side_that_its_name_says() {
        let svg = std::fs::read(crate::project::root().join("public/icon.svg")).unwrap();
        for ((name, png), side) in pictures(&svg).unwrap().iter().zip([192_u32, 512]) {
            assert!(png.starts_with(b"\x89PNG") && name.contains(&side.to_string()));
            assert_eq!(png[16..24], [side.to_be_bytes(), side.to_be_bytes()].concat());
        }
    }
}
