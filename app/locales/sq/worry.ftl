## worry

worry-link = Jam në merak për dikë
worry-title = Jam në merak për dikë për shkak të këtyre fjalëve
worry-who_named = Këtë do ta lexojnë këta njerëz në shkollë: { $names }. Shkolla i ka caktuar për këtë.
worry-who_leads = Shkolla s’ka caktuar ende askënd për këtë. Prandaj do ta lexojnë ata që drejtojnë shkollën: { $names }.
worry-your_name = Bashkë me të shohin emrin tuaj. Askujt tjetër nuk i thuhet.
worry-is_kept = Për ta ruhet një kopje e fjalëve, edhe nëse fjalët ndryshohen ose tërhiqen më vonë.
worry-media = Për një regjistrim ose një foto ruhet vetëm se ka pasur një të tillë.
worry-stays = Vetë fjalët mbeten aty ku janë.
worry-no_emergency_line = Kjo nuk është linjë urgjence. Askush s’e lexon ditë e natë. Nëse dikush është në rrezik tani, telefononi numrin e urgjencës.
worry-why = Pse jeni në merak?
worry-why_hint = Mjafton një fjali. Mund të mbetet bosh.
worry-send = Tregojuani
worry-done = Iu përcoll njerëzve të shkollës që e lexojnë këtë.
worry-bin = Kur dikush ka qenë në merak për një fëmijë për shkak të disa fjalëve, një kopje e tyre ruhet për pak njerëz që i cakton shkolla. Ajo mbetet edhe kur fjalët tërhiqen. Askujt nuk i thuhet kur ndodh kjo.
