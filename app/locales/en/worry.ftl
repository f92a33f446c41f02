## worry

worry-link = I am worried about someone
worry-title = I am worried about someone because of these words
worry-who_named = These people at the school will read this: { $names }. The school named them for it.
worry-who_leads = The school has not named anyone for this yet. So the people who lead the school will read it: { $names }.
worry-your_name = They see your name with it. Nobody else is told.
worry-is_kept = A copy of the words is kept for them, even if the words are changed or taken back later.
worry-media = Of a recording or a photo, it is only kept that there was one.
worry-stays = The words themselves stay where they are.
worry-no_emergency_line = This is not an emergency line. Nobody reads it day and night. If someone is in danger now, call the emergency number.
worry-why = Why are you worried?
worry-why_hint = One sentence is enough. You can leave it empty.
worry-send = Tell them
worry-done = It was passed on to the people at the school who read this.
worry-bin = When someone was worried about a child because of words, a copy of those words is kept for a few people whom the school names. It stays when the words are taken back. Nobody is told when this happens.
