## worry

worry-link = Me preocupa alguien
worry-title = Me preocupa alguien por estas palabras
worry-who_named = Esto lo leerán estas personas de la escuela: { $names }. La escuela las eligió para ello.
worry-who_leads = La escuela todavía no ha elegido a nadie para esto. Por eso lo leerán quienes dirigen la escuela: { $names }.
worry-your_name = Ven con ello el nombre de quien lo dice. No se le dice a nadie más.
worry-is_kept = Se guarda para esas personas una copia de las palabras, aunque después se cambien o se retiren.
worry-media = De una grabación o una foto se guarda solo que la había.
worry-stays = Las palabras se quedan donde están.
worry-no_emergency_line = Esto no es una línea de emergencia. Nadie lo lee día y noche. Si alguien está en peligro ahora, hay que llamar al número de emergencias.
worry-why = ¿Por qué hay preocupación?
worry-why_hint = Basta una frase. Puede quedar vacío.
worry-send = Decírselo
worry-done = Se pasó a las personas de la escuela que leen esto.
worry-bin = Cuando alguien se preocupó por un niño o una niña por unas palabras, se guarda una copia de ellas para unas pocas personas que la escuela elige. La copia queda también si las palabras se retiran. No se le dice a nadie cuándo ocurre.
