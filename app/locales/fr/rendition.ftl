## rendition

rendition-title = Traduire ou lire à voix haute
rendition-lead = Ce qu’a dit { $name } reste en premier, tel quel. Ce que vous apportez se tient en dessous, avec votre nom. Qui peut lire ces mots peut aussi le lire et l’entendre.
rendition-back = Retour aux mots
rendition-language = Dans quelle langue ?
rendition-words_hint = Laissez vide si vous lisez seulement les mots à voix haute.
rendition-read_aloud = Les lire à voix haute
rendition-read_aloud_note = Dans la langue choisie ci-dessus : les mots tels quels, ou votre traduction.
rendition-add = Le mettre à côté des mots
rendition-way = Traduire ou lire à voix haute
rendition-also = Aussi en : { $languages }
rendition-unchecked = Pas encore relu
rendition-read_by = Lu à voix haute par { $name }
rendition-of_earlier = Ceci a été fait à partir de mots d’avant.
rendition-check = J’ai relu : c’est bien ce qui est dit
rendition-take_back = Retirer ceci
