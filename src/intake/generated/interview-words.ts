// Generated from resources/intake/interview-words.tsv by npm run generate; do not edit.
// What: words that head the columns of an interview sheet, and words by which its basis says how the speaker knows an answer; without case.
// Columns: kind (a column: session, date, speaker, interpreter, topic, question, answer, basis, toldBy; a basis: saw, told, read, guesses; further: leads from a teller to who told that one), words separated by |, the longest are tried first
// source: own work; English, Korean, Russian, Chinese
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["session","session|session no|session number|interview|interview no|debriefing|면담|면담 번호|회차|세션|сеанс|беседа|сессия|опрос|会谈|访谈|场次"],
  ["date","date|date of interview|interview date|day|날짜|면담일|일자|дата|дата беседы|日期|访谈日期"],
  ["speaker","speaker|interviewee|respondent|source|who speaks|person interviewed|진술자|화자|답변자|면담자|говорящий|опрашиваемый|респондент|собеседник|受访者|讲述人|陈述人"],
  ["interpreter","interpreter|translator|통역|통역사|통역인|переводчик|переводчица|口译|口译员|翻译"],
  ["topic","topic|subject|theme|주제|тема|主题|话题"],
  ["question","question|asked|질문|물음|вопрос|问题|提问"],
  ["answer","answer|statement|said|reply|own words|답변|대답|진술|ответ|показание|слова|回答|答复|陈述"],
  ["basis","basis|basis of knowledge|how known|how does the speaker know|source of knowledge|근거|지식의 근거|основание|откуда известно|источник знания|依据|消息来源|如何得知"],
  ["toldBy","told by|told by whom|heard from|whom from|전한 사람|들은 사람|누구에게서|со слов кого|кем рассказано|от кого|转述人|听谁说"],
  ["saw","saw it|saw|seen|eyewitness|was there|did it|took part|own experience|first hand|first-hand|직접 봄|직접 보았다|직접 겪음|목격|봤다|봄|видел|видела|видел сам|видела сама|видел лично|участвовал|участвовала|очевидец|亲眼所见|亲眼看见|亲历|看见"],
  ["told","was told by|were told by|told by|heard from|heard it from|learnt from|learned from|was told|told|heard|hearsay|에게서 들음|들음|들었다|전해 들음|전언|со слов|слышал от|слышала от|рассказал|рассказала|рассказали|слышал|слышала|听说自|听说于|听说|据说|转述"],
  ["read","read it in|read in|read it|read|saw in the papers|읽음|읽었다|읽고|читал в|читала в|читал|читала|прочитал|прочитала|读到|阅读|看报"],
  ["guesses","guesses|guess|guessed|guesses it|assumes|assumption|supposes|thinks|believes|conjecture|추측|짐작|추정|предполагает|догадка|предположение|догадывается|猜测|推测|猜想"],
  ["further","who was told by|who were told by|who heard it from|who heard from|who had it from|who learnt it from|<-|←|그는 다시|которому рассказал|которой рассказал|который слышал от|которая слышала от|他听说自|她听说自"],
];
