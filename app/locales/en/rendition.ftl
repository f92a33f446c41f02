## rendition

rendition-title = Translate or read aloud
rendition-lead = The words of { $name } stay first, as they are. What you bring stands beneath them, with your name. Whoever can read the words can read and hear it.
rendition-back = Back to the words
rendition-language = In which language?
rendition-words_hint = Leave this empty if you only read the words aloud.
rendition-draft_ask = Ask for a draft
rendition-draft_where = A machine makes the draft. When you press this button, the words go to a server that your school runs itself, and nowhere else.
rendition-draft_here = A machine made this draft. Read it and change what is not right. Nothing is kept until you send it.
rendition-draft_checked = The machine’s draft
rendition-draft_checked_hint = Without this, it is marked as a machine’s draft that no person has checked yet.
rendition-draft_put_right = I read both languages and put this right
rendition-draft_failed = There is no draft just now. What you typed is still here. You can try again later, or write the words yourself.
rendition-draft_too_long = The draft is too long to stand here. What you typed is still here.
rendition-draft_mark = A machine’s draft, brought by { $name }. No person has checked it yet.
rendition-draft_check = I read both languages: this says what is meant
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
