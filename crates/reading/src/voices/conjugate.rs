//! Forms of verbs: the third person of the tenses in which the press reports words, and both participles.

/// The forms of a verb.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Forms {
    pub(super) finite: Vec<String>,
    pub(super) participles: Vec<String>,
    pub(super) gerunds: Vec<String>,
}

impl Forms {
    /// Forms written out: `finite | participles | present participle`; an English verb has one list, of all but the participle in -ing.
    pub(super) fn written(forms: &str) -> Self {
        let list = |part: Option<&str>| part.unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        if !forms.contains('|') {
            let (gerunds, finite): (Vec<String>, Vec<String>) =
                forms.split_whitespace().map(str::to_owned).partition(|form| form.ends_with("ing"));
            return Self { participles: finite.clone(), finite, gerunds };
        }
        let mut parts = forms.split('|');
        Self { finite: list(parts.next()), participles: list(parts.next()), gerunds: list(parts.next()) }
    }
}

/// A French verb in -er, or in -ir with -iss-.
pub(super) fn french(infinitive: &str) -> Forms {
    if let Some(stem) = infinitive.strip_suffix("ir") {
        let forms = |endings: &[&str]| endings.iter().map(|ending| format!("{stem}{ending}")).collect();
        return Forms {
            finite: forms(&[
                "it", "issent", "issait", "issaient", "ira", "iront", "irait", "iraient", "irent", "is", "issons",
            ]),
            participles: forms(&["i", "ie", "is", "ies"]),
            gerunds: forms(&["issant"]),
        };
    }
    let Some(stem) = infinitive.strip_suffix("er") else { return Forms::default() };
    let soft = softened(stem);
    let open = opened(stem);
    let mut finite = vec![];
    for (root, endings) in [
        (&open, &["e", "ent", "era", "eront", "erait", "eraient"][..]),
        (&soft, &["ait", "aient", "a", "ons"][..]),
        (&stem.to_owned(), &["èrent", "era", "erait", "ez"][..]),
    ] {
        finite.extend(endings.iter().map(|ending| format!("{root}{ending}")));
    }
    Forms {
        finite,
        participles: ["é", "ée", "és", "ées"].iter().map(|ending| format!("{stem}{ending}")).collect(),
        gerunds: vec![format!("{soft}ant")],
    }
}

/// Before `a` and `o`: lançait, jugeait.
fn softened(stem: &str) -> String {
    match stem.strip_suffix('c') {
        Some(root) => format!("{root}ç"),
        None if stem.ends_with('g') => format!("{stem}e"),
        None => stem.to_owned(),
    }
}

/// Before a mute `e`: répète, martèle, rappelle, rejette, appuie, balaie.
fn opened(stem: &str) -> String {
    let mut letters: Vec<char> = stem.chars().collect();
    let len = letters.len();
    if let [.., 'a' | 'u' | 'o', 'y'] = letters[..] {
        letters[len - 1] = 'i';
    } else if let [.., 'p', 'p', 'e', 'l'] | [.., 'j', 'e', 't'] = letters[..] {
        letters.push(letters[len - 1]);
    } else if let [.., before, 'e' | 'é', last] = letters[..]
        && before != 'e'
        && !"aeéiouy".contains(last)
    {
        letters[len - 2] = 'è';
    }
    letters.into_iter().collect()
}

/// An English verb that forms its past in -ed.
pub(super) fn english(infinitive: &str) -> Forms {
    let past = if infinitive.ends_with('e') {
        format!("{infinitive}d")
    } else if let Some(root) = infinitive.strip_suffix('y').filter(|root| !root.ends_with(['a', 'e', 'o'])) {
        format!("{root}ied")
    } else if infinitive.ends_with("mit") || infinitive == "quip" {
        format!("{infinitive}{}ed", &infinitive[infinitive.len() - 1..])
    } else {
        format!("{infinitive}ed")
    };
    let third = match infinitive.strip_suffix('y').filter(|root| !root.ends_with(['a', 'e', 'o'])) {
        Some(root) => format!("{root}ies"),
        None if infinitive.ends_with("sh") || infinitive.ends_with('s') => format!("{infinitive}es"),
        None => format!("{infinitive}s"),
    };
    let gerund = format!("{}ing", infinitive.strip_suffix('e').unwrap_or(infinitive));
    // The plural of the present is the infinitive, which is listed by itself.
    Forms { finite: vec![third, past.clone()], participles: vec![past], gerunds: vec![gerund] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs_take_the_forms_that_the_press_uses() {
        let has = |verb: &str, form: &str| {
            let forms = french(verb);
            [forms.finite, forms.participles, forms.gerunds].concat().iter().any(|f| f == form)
        };
        for (verb, form) in [
            ("lancer", "lançait"),
            ("juger", "jugeant"),
            ("répéter", "répète"),
            ("marteler", "martèle"),
            ("rappeler", "rappelle"),
            ("rejeter", "rejette"),
            ("avertir", "avertissait"),
            ("renchérir", "renchérit"),
            ("déplorer", "déplorent"),
            ("balayer", "balaie"),
        ] {
            assert!(has(verb, form), "{verb}: {form} in {:?}", french(verb));
        }
        for (verb, past) in [("deny", "denied"), ("announce", "announced"), ("claim", "claimed"), ("quip", "quipped")] {
            assert_eq!(english(verb).participles, [past]);
        }
    }
}
