//! The forms of a French adjective, by rule.

/// Masculine and feminine, singular and plural.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Forms {
    masculine: String,
    feminine: String,
    /// The masculine plural.
    pub(super) plural: String,
    feminine_plural: String,
}

impl Forms {
    /// Every form.
    pub(super) fn all(self) -> [String; 4] {
        [self.masculine, self.feminine, self.plural, self.feminine_plural]
    }
}

/// The forms of `masculine`, as the regular adjectives have them: `syrien`, `syrienne`, `syriens`, `syriennes`.
pub(super) fn forms(masculine: &str) -> Forms {
    let feminine = if masculine.ends_with('e') {
        masculine.to_string()
    } else if masculine.ends_with("ien") || masculine.ends_with("éen") || masculine.ends_with("yen") {
        format!("{masculine}ne")
    } else {
        format!("{masculine}e")
    };
    let plural = if masculine.ends_with(['s', 'x']) {
        masculine.to_string()
    } else if let Some(stem) = masculine.strip_suffix("al") {
        format!("{stem}aux")
    } else {
        format!("{masculine}s")
    };
    let feminine_plural = format!("{feminine}s");
    Forms { masculine: masculine.into(), feminine, plural, feminine_plural }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_adjectives_are_inflected() {
        for (masculine, expected) in [
            ("syrien", ["syrien", "syrienne", "syriens", "syriennes"]),
            ("français", ["français", "française", "français", "françaises"]),
            ("russe", ["russe", "russe", "russes", "russes"]),
            ("européen", ["européen", "européenne", "européens", "européennes"]),
            ("occidental", ["occidental", "occidentale", "occidentaux", "occidentales"]),
            ("américain", ["américain", "américaine", "américains", "américaines"]),
        ] {
            assert_eq!(forms(masculine).all(), expected);
        }
    }
}
