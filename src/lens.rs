//! What of a comparison, or of the overview, is shown: the part of the address that only these views read.

use form_urlencoded::Serializer;
use visavis_compare::CopyParameters;

/// How two or more articles are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lens {
    /// Sentences on the same matter.
    #[default]
    Passages,
    /// What is the same word for word, or nearly.
    Copies,
    /// Who and what is named.
    Entities,
    /// What each calls the same.
    Names,
    /// Who speaks.
    Voices,
    /// Which words each uses more.
    Words,
    /// Numbers and days.
    Figures,
}

impl Lens {
    /// Every lens, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Passages, Self::Copies, Self::Entities, Self::Names, Self::Voices, Self::Words, Self::Figures];

    /// The name in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Passages => "passages",
            Self::Copies => "copies",
            Self::Entities => "entities",
            Self::Names => "names",
            Self::Voices => "voices",
            Self::Words => "words",
            Self::Figures => "figures",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lens| lens.name() == name)
    }
}

/// What the words of an article are set against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Against {
    /// The other articles that are compared.
    #[default]
    Other,
    /// Every other article of the corpus.
    Rest,
    /// The corpus, the article itself included.
    Corpus,
}

impl Against {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Other, Self::Rest, Self::Corpus];

    /// The name in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Other => "other",
            Self::Rest => "rest",
            Self::Corpus => "corpus",
        }
    }

    /// The choice called `name`; the default for any other name.
    pub fn parse(name: &str) -> Self {
        Self::ALL.into_iter().find(|against| against.name() == name).unwrap_or_default()
    }
}

/// By what the pairs of the overview are in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Likeness {
    /// By the share copied.
    #[default]
    Copied,
    /// By the entities in common.
    Entities,
    /// By the words in common.
    Wording,
}

impl Likeness {
    /// Every measure.
    pub const ALL: [Self; 3] = [Self::Copied, Self::Entities, Self::Wording];

    /// The name in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Copied => "copied",
            Self::Entities => "entities",
            Self::Wording => "wording",
        }
    }

    fn parse(name: &str) -> Self {
        Self::ALL.into_iter().find(|likeness| likeness.name() == name).unwrap_or_default()
    }
}

/// The least and the most words that the threshold of copies can be set to.
pub const LEAST: (usize, usize) = (5, 40);

/// What is shown of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Which lens.
    pub lens: Lens,
    /// The passage or copy that is looked at, from 1.
    pub at: Option<usize>,
    /// Words in common from which a passage counts as copied.
    pub least: usize,
    /// Whether set phrases are listed.
    pub phrases: bool,
    /// Whether the texts scroll each by itself.
    pub apart: bool,
    /// The entity whose mentions are shown, by id.
    pub who: Option<String>,
    /// The word whose places are shown.
    pub word: Option<String>,
    /// The article whose words are measured, by its position.
    pub side: usize,
    /// What they are set against.
    pub against: Against,
    /// By what the pairs of the overview are in order.
    pub sort: Likeness,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            lens: Lens::default(),
            at: None,
            least: CopyParameters::default().least_words,
            phrases: false,
            apart: false,
            who: None,
            word: None,
            side: 0,
            against: Against::default(),
            sort: Likeness::default(),
        }
    }
}

impl Look {
    /// Takes a parameter of the address. False where it is none of these.
    pub fn set(&mut self, name: &str, value: &str) -> bool {
        let some = || (!value.is_empty()).then(|| value.to_owned());
        match name {
            "lens" => self.lens = Lens::parse(value).unwrap_or_default(),
            "at" => self.at = value.parse().ok().filter(|&at| at > 0),
            "least" => {
                self.least = value.parse().map_or(Self::default().least, |least: usize| least.clamp(LEAST.0, LEAST.1));
            }
            "phrases" => self.phrases = value == "1",
            "apart" => self.apart = value == "1",
            "who" => self.who = some(),
            "word" => self.word = some(),
            "side" => self.side = value.parse().map_or(0, |side: usize| side.saturating_sub(1)),
            "against" => self.against = Against::parse(value),
            "sort" => self.sort = Likeness::parse(value),
            _ => return false,
        }
        true
    }

    /// Writes what is not the default.
    pub fn write(&self, out: &mut Serializer<'_, String>) {
        let plain = Self::default();
        let mut put = |wanted: bool, name: &str, value: &str| {
            if wanted {
                out.append_pair(name, value);
            }
        };
        put(self.lens != plain.lens, "lens", self.lens.name());
        put(self.at.is_some(), "at", &self.at.unwrap_or_default().to_string());
        put(self.least != plain.least, "least", &self.least.to_string());
        put(self.phrases, "phrases", "1");
        put(self.apart, "apart", "1");
        put(self.who.is_some(), "who", self.who.as_deref().unwrap_or_default());
        put(self.word.is_some(), "word", self.word.as_deref().unwrap_or_default());
        put(self.side != 0, "side", &(self.side + 1).to_string());
        put(self.against != plain.against, "against", self.against.name());
        put(self.sort != plain.sort, "sort", self.sort.name());
    }

    /// Another lens on the same texts.
    #[must_use]
    pub fn through(&self, lens: Lens) -> Self {
        Self { lens, at: None, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(look: &Look) -> String {
        let mut out = Serializer::new(String::new());
        look.write(&mut out);
        out.finish()
    }

    #[test]
    fn what_is_the_default_is_left_out() {
        assert_eq!(written(&Look::default()), "");
    }

    #[test]
    fn a_look_is_read_as_it_was_written() {
        let text =
            "lens=words&at=3&least=12&phrases=1&apart=1&who=assad&word=si%C3%A8ge&side=2&against=rest&sort=wording";
        let mut look = Look::default();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            assert!(look.set(&name, &value), "{name}");
        }
        assert_eq!(written(&look), text);
    }

    #[test]
    fn a_threshold_out_of_bounds_is_brought_within() {
        let mut look = Look::default();
        for (given, expected) in [("1", 5), ("999", 40), ("x", 9)] {
            look.set("least", given);
            assert_eq!(look.least, expected, "{given}");
        }
    }
}
