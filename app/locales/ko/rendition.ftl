## rendition

rendition-title = 번역하거나 소리 내어 읽기
rendition-lead = { $name } 님의 말은 그대로 맨 앞에 남아요. 더해 주시는 것은 이름과 함께 그 아래에 놓여요. 이 말을 읽을 수 있는 사람은 누구나 그것도 읽고 들을 수 있어요.
rendition-back = 말로 돌아가기
rendition-language = 어느 언어인가요?
rendition-words_hint = 소리 내어 읽기만 하신다면 비워 두세요.
rendition-read_aloud = 소리 내어 읽기
rendition-read_aloud_note = 위에서 고른 언어로 읽어 주세요. 있는 말 그대로, 또는 번역한 말을.
rendition-add = 말 옆에 놓기
rendition-way = 번역하거나 소리 내어 읽기
rendition-also = 이 언어로도 있어요: { $languages }
rendition-unchecked = 아직 살펴보지 않음
rendition-read_by = 읽은 사람: { $name }
rendition-of_earlier = 전에 한 말로 만든 것이에요.
rendition-check = 살펴봤어요, 뜻이 맞아요
rendition-take_back = 이것 거두기
