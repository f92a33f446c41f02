## worry

worry-link = 我擔心一個人
worry-title = 因為這些話，我擔心一個人
worry-who_named = 學校裡的這些人會讀到：{ $names }。他們是學校為此指定的。
worry-who_leads = 學校還沒有為此指定人，所以由管理學校的人來讀：{ $names }。
worry-your_name = 他們會看到說這件事的人的名字。不會告訴其他任何人。
worry-is_kept = 會為他們保留一份這些話的副本，即使這些話以後被修改或收回。
worry-media = 如果有錄音或照片，只會記下曾經有過。
worry-stays = 這些話本身還留在原處。
worry-no_emergency_line = 這不是緊急求助電話，沒有人日夜查看。如果現在有人有危險，請撥打緊急電話。
worry-why = 為什麼擔心？
worry-why_hint = 一句話就夠了，也可以空著。
worry-send = 告訴他們
worry-done = 已經轉給學校裡讀這些內容的人。
worry-bin = 如果有人因為一些話而擔心一個孩子，會為學校指定的少數幾個人保留一份這些話的副本。收回這些話以後，副本仍然保留。發生時不會告訴任何人。
