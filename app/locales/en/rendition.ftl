## rendition

rendition-title = Translate or read aloud
rendition-lead = The words of { $name } stay first, as they are. What you bring stands beneath them, with your name. Whoever can read the words can read and hear it.
rendition-back = Back to the words
rendition-language = In which language?
rendition-words_hint = Leave this empty if you only read the words aloud.
rendition-read_aloud = Read them aloud
rendition-read_aloud_note = In the language you chose above: the words as they are, or your translation.
rendition-add = Put it beside the words
rendition-way = Translate or read aloud
rendition-also = Also in: { $languages }
rendition-unchecked = Not checked yet
rendition-read_by = Read aloud by { $name }
rendition-of_earlier = This was made from earlier words.
rendition-check = I checked this: it says what is meant
rendition-take_back = Take this back
