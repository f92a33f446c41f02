## worry

worry-link = 누군가가 걱정돼요
worry-title = 이 말 때문에 누군가가 걱정돼요
worry-who_named = 학교의 이 사람들이 읽어요: { $names }. 학교가 이 일을 맡긴 사람들이에요.
worry-who_leads = 학교가 아직 이 일을 맡을 사람을 정하지 않았어요. 그래서 학교를 이끄는 사람이 읽어요: { $names }.
worry-your_name = 말한 사람의 이름도 함께 보여요. 다른 사람에게는 알리지 않아요.
worry-is_kept = 나중에 말을 바꾸거나 거두어도, 그 사람들을 위해 말의 사본을 간직해요.
worry-media = 녹음이나 사진은 있었다는 것만 남겨요.
worry-stays = 말 자체는 있던 자리에 그대로 있어요.
worry-no_emergency_line = 이곳은 긴급 전화가 아니에요. 밤낮으로 읽는 사람이 없어요. 지금 누군가 위험하다면 긴급 번호로 전화하세요.
worry-why = 왜 걱정되나요?
worry-why_hint = 한 문장이면 돼요. 비워 두어도 돼요.
worry-send = 알리기
worry-done = 이것을 읽는 학교 사람들에게 전했어요.
worry-bin = 어떤 말 때문에 누군가 아이를 걱정했다면, 학교가 정한 몇 사람을 위해 그 말의 사본을 간직해요. 말을 거두어도 사본은 남아요. 언제 그런 일이 있는지는 아무에게도 알리지 않아요.
