//! Chance that is the same everywhere: `SplitMix64`, eight lines whose constants will not change under us.

/// A stream of numbers that a seed decides.
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    /// The stream for `seed` and a thing's number: what is generated for one article does not depend on the others.
    pub(super) fn new(seed: u64, stream: u64, number: u64) -> Self {
        let mut random = Self(seed);
        for part in [stream, number] {
            random.0 = random.next() ^ part;
        }
        random
    }

    pub(super) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which is not zero.
    pub(super) fn below(&mut self, end: usize) -> usize {
        // The bias of the remainder is below 2⁻⁴⁰ for anything that is counted here.
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap_or_default()
    }

    /// One of `from`, all as likely.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    /// Whether something happens that does so `times` times in a thousand.
    pub(super) fn chance(&mut self, times: usize) -> bool {
        self.below(1000) < times
    }

    /// A rank from 1: that it exceeds `r` has the chance `r` to the power of minus `fall`. Among `n` draws, the different ranks grow as
    /// `n` to the power of `1 / (1 + fall)`.
    #[expect(clippy::cast_sign_loss, reason = "a power of a positive number is positive")]
    pub(super) fn rank(&mut self, fall: f64) -> u64 {
        let unit = (f64::from((self.next() >> 32) as u32) + 1.0) / 4_294_967_296.0;
        libm::pow(unit, -1.0 / fall).min(1e15) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_the_published_one() {
        // First outputs of `SplitMix64` from the seed 1234567, as its reference implementation prints them.
        let mut random = Random(1_234_567);
        assert_eq!([random.next(), random.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn small_ranks_are_common_and_large_ones_exist() {
        let mut random = Random::new(1, 0, 0);
        let ranks: Vec<u64> = (0..1000).map(|_| random.rank(0.7)).collect();
        assert!(ranks.iter().filter(|&&rank| rank == 1).count() > 400);
        assert!(ranks.iter().any(|&rank| rank > 1000));
        assert!(ranks.iter().all(|&rank| rank >= 1));
    }
}
