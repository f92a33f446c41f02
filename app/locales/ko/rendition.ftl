## rendition

rendition-title = 번역하거나 소리 내어 읽기
rendition-lead = { $name } 님의 말은 그대로 맨 앞에 남아요. 더해 주시는 것은 이름과 함께 그 아래에 놓여요. 이 말을 읽을 수 있는 사람은 누구나 그것도 읽고 들을 수 있어요.
rendition-back = 말로 돌아가기
rendition-language = 어느 언어인가요?
rendition-words_hint = 소리 내어 읽기만 하신다면 비워 두세요.
rendition-draft_ask = 초안 부탁하기
rendition-draft_where = 초안은 기계가 만들어요. 이 버튼을 누르면 이 말이 학교가 직접 운영하는 서버로 가고, 다른 곳으로는 가지 않아요.
rendition-draft_here = 이 초안은 기계가 만들었어요. 읽어 보고 맞지 않는 곳을 고쳐 주세요. 보내기 전에는 아무것도 저장되지 않아요.
rendition-draft_checked = 기계가 만든 초안
rendition-draft_checked_hint = 표시하지 않으면, 아직 아무도 살펴보지 않은 기계 초안이라고 적혀요.
rendition-draft_put_right = 두 언어를 다 읽을 수 있고, 이것을 바르게 고쳤어요
rendition-draft_failed = 지금은 초안이 없어요. 쓰신 말은 그대로 있어요. 나중에 다시 해 보거나 직접 써도 돼요.
rendition-draft_too_long = 초안이 너무 길어서 여기에 들어가지 않아요. 쓰신 말은 그대로 있어요.
rendition-draft_mark = 기계가 만든 초안이에요. 가져온 사람: { $name }. 아직 아무도 살펴보지 않았어요.
rendition-draft_check = 두 언어를 다 읽을 수 있어요, 뜻이 맞아요
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
