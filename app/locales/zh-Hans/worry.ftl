## worry

worry-link = 我担心一个人
worry-title = 因为这些话，我担心一个人
worry-who_named = 学校里的这些人会读到：{ $names }。他们是学校为此指定的。
worry-who_leads = 学校还没有为此指定人，所以由管理学校的人来读：{ $names }。
worry-your_name = 他们会看到说这件事的人的名字。不会告诉其他任何人。
worry-is_kept = 会为他们保留一份这些话的副本，即使这些话以后被修改或收回。
worry-media = 如果有录音或照片，只会记下曾经有过。
worry-stays = 这些话本身还留在原处。
worry-no_emergency_line = 这不是紧急求助电话，没有人日夜查看。如果现在有人有危险，请拨打紧急电话。
worry-why = 为什么担心？
worry-why_hint = 一句话就够了，也可以空着。
worry-send = 告诉他们
worry-done = 已经转给学校里读这些内容的人。
worry-bin = 如果有人因为一些话而担心一个孩子，会为学校指定的少数几个人保留一份这些话的副本。收回这些话以后，副本仍然保留。发生时不会告诉任何人。
