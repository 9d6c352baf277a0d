//! How often something stands in each part of an article.

use visavis_corpus::Role;

/// The parts of an article that are read and searched, and weigh differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// The title.
    Title,
    /// A heading inside the text.
    Subheading,
    /// The opening.
    Lead,
    /// The paragraphs.
    Body,
}

impl Part {
    /// Every part, in the order of the bits below.
    pub(crate) const ALL: [Self; 4] = [Self::Title, Self::Subheading, Self::Lead, Self::Body];

    /// The part that blocks of `role` belong to; `None` where they are not read.
    pub(crate) const fn of(role: Role) -> Option<Self> {
        match role {
            Role::Title => Some(Self::Title),
            Role::Subheading => Some(Self::Subheading),
            Role::Lead => Some(Self::Lead),
            Role::Body => Some(Self::Body),
            _ => None,
        }
    }

    /// The role of its blocks.
    pub(crate) const fn role(self) -> Role {
        match self {
            Self::Title => Role::Title,
            Self::Subheading => Role::Subheading,
            Self::Lead => Role::Lead,
            Self::Body => Role::Body,
        }
    }
}

/// Where the number of each part begins, and how many bits it has, in [`Packed`]. A number that does not fit stays at the greatest.
const NARROW: [(u32, u32); 4] = [(0, 5), (5, 5), (10, 6), (16, 16)];
/// Likewise in [`Counts`], where the numbers of many words are added.
const WIDE: [(u32, u32); 4] = [(0, 14), (14, 14), (28, 14), (42, 22)];

/// How often one word stands in each part: small, as there is one for each word of each article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Packed(u32);

impl Packed {
    /// One more in `part`.
    #[inline]
    pub(crate) fn add(&mut self, part: Part) {
        let (shift, bits) = NARROW[part as usize];
        if self.0 >> shift & mask32(bits) < mask32(bits) {
            self.0 += 1 << shift;
        }
    }

    /// Whether nothing was counted.
    #[inline]
    pub(crate) const fn is_zero(self) -> bool {
        self.0 == 0
    }
}

const fn mask32(bits: u32) -> u32 {
    (1 << bits) - 1
}

/// How often a term stands in each part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Counts(u64);

impl Counts {
    /// One in `part`.
    #[inline]
    pub(crate) const fn one(part: Part) -> Self {
        Self(1 << WIDE[part as usize].0)
    }

    /// Adds what `other` counts.
    #[inline]
    pub(crate) const fn add(&mut self, other: Self) {
        self.0 = self.0.wrapping_add(other.0);
    }

    /// How often in `part`.
    #[inline]
    pub(crate) const fn in_part(self, part: Part) -> u32 {
        let (shift, bits) = WIDE[part as usize];
        (self.0 >> shift) as u32 & mask32(bits)
    }

    /// How often in all.
    #[inline]
    pub(crate) fn total(self) -> u32 {
        Part::ALL.iter().map(|&part| self.in_part(part)).sum()
    }

    /// Whether nothing was counted.
    #[inline]
    pub(crate) const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// What is counted in `part` alone.
    #[inline]
    #[must_use]
    pub(crate) const fn only(self, part: Part) -> Self {
        let (shift, bits) = WIDE[part as usize];
        Self(self.0 & ((mask32(bits) as u64) << shift))
    }

    /// The parts that have any, one bit each.
    #[inline]
    pub(crate) fn parts(self) -> u8 {
        Part::ALL.iter().fold(0, |bits, &part| bits | u8::from(self.in_part(part) > 0) << part as u8)
    }
}

impl From<Packed> for Counts {
    #[inline]
    fn from(packed: Packed) -> Self {
        let field = |at: usize| {
            let (shift, bits) = NARROW[at];
            u64::from(packed.0 >> shift & mask32(bits)) << WIDE[at].0
        };
        Self(field(0) | field(1) | field(2) | field(3))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_is_counted_apart_and_a_full_one_stays_full() {
        let mut packed = Packed::default();
        (0..40).for_each(|_| packed.add(Part::Title));
        (0..700).for_each(|_| packed.add(Part::Body));
        packed.add(Part::Lead);
        let counts = Counts::from(packed);
        assert_eq!(Part::ALL.map(|part| counts.in_part(part)), [31, 0, 1, 700]);
        assert_eq!(counts.only(Part::Body).total(), 700);
        assert_eq!(counts.parts(), 0b1101);
    }
}
