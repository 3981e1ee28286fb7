// Generated from resources/ledger/question-words.tsv by npm run generate; do not edit.
// What: words and phrases by which a question says what it wants to know of claims
// Columns: aim, words and phrases in base form (verbs as in "to deny", nouns in the singular), separated by |; * at the end of a word for any letters
// deny: what is called false. take-back: what is withdrawn or corrected. irony: what is not meant as it stands. connect: whether two things have to do with each other. firmer: what is told more firmly than what it rests on. refuse: who neither confirms nor denies. rest-on: who has it from whom. confirm: what is confirmed, admitted or supported. agree: whether two tell the same. contradict: whether two cannot both be so. total: all there was. last: what held in the end. asking: words of the asking, not of what is asked about, in base forms without their endings
// source: own work, general knowledge
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["deny","deny|denial|reject|rejection|dispute|contest|refute|refutation|rebut|rebuttal|repudiate|disavow|call false|call untrue|call a lie|call it false|call it untrue|call an invention"],
  ["take-back","withdraw|withdrawal|retract|retraction|take back|take it back|take that back|correct|correction|recant|disown|rescind|put right|set right|put straight|set straight|apologise|apologize|apology|no longer stand|no longer hold|no longer maintain|give up|own word"],
  ["irony","literal*|irony|ironic*|sarcas*|satir*|jest|joke|mock*|in fun|tongue in cheek|face value|mean what|not mean|mean serious*|take serious*"],
  ["connect","unrelate*|unconnect*|link|connect|connection|relate|relation|tie|associate|association|nothing to do|anything to do|something to do|have to do with|keep apart|story apart|separate|bearing"],
  ["firmer","hedge|firm|firmer|firmly|strong|stronger|strongly|more certain|more sure|surer|overstate|overstatement|exaggerat*|bolder|boldly|harden|sharpen|sharper|doubt|caution|caveat|reservation|lose its maybe"],
  ["refuse","decline|unable|unwilling|could not|would not|can not|cannot|refuse|refusal|no comment|not comment|not confirm|neither confirm|not want|not wish|not answer|not say|withhold|evade|evasive|evasion|would not be draw|not discuss|not name"],
  ["rest-on","rest on|rest upon|rely on|rely upon|depend on|depend upon|come from|go back to|have the story from|have their story from|have its story from|have it from|hear it from|hear from|speak to|speak with|talk to|talk with|quote|cite|draw on|base on|derive from|take it from|interview"],
  ["confirm","confirm|confirmation|admit|admission|acknowledge|acknowledgement|concede|concession|bear out|corroborat*|back up|back the|support|evidence|prove|proof|substantiate|verify|vouch"],
  ["agree","agree|agreement|match|tally|coincide|at one|accord|consistent|the same|give the same|say the same|tell the same"],
  ["contradict","contradict|contradiction|conflict|at odds|clash|inconsistent|incompatible|irreconcilable|differ|difference|disagree"],
  ["total","in all|altogether|in total|all told|all together|together|combined|count nobody twice|count no one twice|count nothing twice|count none twice|since|running total|both together"],
  ["last","final*|in the end|by now|at last|eventual*"],
  ["asking","root|source|sourc|stand|behind|outlet|paper|site|rest|confirm|claim|statement|story|stori|reader|reach|deny|den|who|what|when|where|which|how|many|much|large|question|count|answer|support|contradict|say|speak|tell|speaker|version|include|including|one|text|page|happen|order|follow|somebody|someone|anybody|anyone|nobody|author"],
];
