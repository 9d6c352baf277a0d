//! Words that say nothing of what a sentence is about: function words, and the verbs by which the press reports.

use visavis_text::fold;

/// French function words, folded, sorted.
const FRENCH: &str = "a afin ai ainsi ait alors apres as au aucun aucune aupres auquel aura aurait aussi autant autre autres aux avaient \
avait avant avec avoir avons ayant c car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme contre d dans de depuis \
des dont donc du durant elle elles en encore ensemble entre est et etaient etait etant ete etre eu eux fait faire faut fois font ici il \
ils j je jusque l la laquelle le lequel les lesquels leur leurs lors lorsque lui m ma mais me meme memes mes mettre moins mon n ne ni non \
nos notamment notre nous on ont or ou outre par parce parmi pas pendant peu peut peuvent plus plusieurs plutot pour pourrait pourquoi \
pres puis puisque qu quand quant que quel quelle quelles quelqu quelques quels qui quoi s sa sans se selon sera serait ses si sinon \
soit son sont sous suite sur surtout t ta tandis tant te tel telle telles tels toujours tous tout toute toutefois toutes tres trop tu un \
une vers voici voila vont vos votre vous y";

/// English function words.
const ENGLISH: &str = "about after again all also an and any are as at be because been before being both but by can could did do does \
during each for from had has have he her here him his how i if in into is it its itself just may me more most my no nor not now of off \
on once only or other our out over own same shall she should since so some such than that the their them then there these they this \
those through to too under until up upon us very was we were what when where which while who whom why will with would you your";

/// Verbs, nouns and days that the press uses of any matter.
const PRESS: &str = "affirme affirmant ajoute ajoutant annonce annoncee appele appelle assure confirme declaration declare declarant \
demain dimanche dit dite dire estime estimant explique explication hier indique indiquant jeudi jour jours journalistes juge jugeant \
lundi mardi matin matinee mercredi mois poursuivi precise rappelons rappele samedi semaine semaines signe situation soir souligne \
soulignant vendredi added announced called friday monday said saturday saying says sunday thursday told tuesday wednesday week year";

/// Whether `word` says nothing of a matter.
pub(super) fn is_empty_word(word: &str) -> bool {
    let folded = fold(word);
    [FRENCH, ENGLISH, PRESS].iter().any(|list| list.split(' ').any(|entry| entry == folded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_no_matter_are_known_in_any_spelling() {
        assert!(["Les", "ÉTÉ", "the", "déclaré"].iter().all(|word| is_empty_word(word)));
        assert!(["siège", "Alep", "port"].iter().all(|word| !is_empty_word(word)));
    }
}
