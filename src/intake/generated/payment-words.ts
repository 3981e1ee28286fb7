// Generated from resources/intake/payment-words.tsv by npm run generate; do not edit.
// What: words by which a message tells that money was paid: verbs in the past, marks of the two ends, what makes it no report.
// Columns: kind, words separated by |. A hyphen before a word: it ends the word of the name before it; behind a word: it begins a word (endings follow).
// paid, received: verbs whose subject gave or got the money; told: the same without tense; passive: verbs whose subject is the money itself.
// from, to: what stands before or behind the giver and the getter; by: the giver, behind a passive verb; undone: future, wish, doubt, denial, question; thing: money itself; pronoun: nobody by name; account: a number follows; daysAgo: days counted back from that of the message.
// source: own work: English, Korean (South and North), Chinese, Russian
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["paid","paid|sent|wired|transferred|remitted|deposited|repaid|prepaid|forwarded|handed over|has paid|have paid|has sent|have sent"],
  ["paid","보냈-|송금했-|송금하였-|이체했-|이체하였-|입금했-|입금하였-|지불했-|지불하였-|지급했-|지급하였-|결제했-|결제하였-|부쳤-|넘겼-|넘겨주었-|건넸-|물었소|치렀-"],
  ["paid","支付了|已支付|已付|付了|付给了|已付给|汇了|已汇|汇给了|已汇给|转了|已转|转给了|已转给|转账了|打了|打给了|汇出了|已汇出|存入了"],
  ["told","付给|支付|汇给|汇出|转给|打给|转账|存入|付款|汇款"],
  ["paid","заплатил-|оплатил-|уплатил-|выплатил-|перевел-|перевёл|перечислил-|отправил-|переслал-|послал-|внес|внёс|внесл-|передал-"],
  ["received","received|got|collected|has received|have received|has got"],
  ["received","받았-|수령했-|수령하였-|입금받았-|접수했-|접수하였-"],
  ["received","收到|已收到|收了|已收|收讫"],
  ["received","получил-|принял-"],
  ["passive","was paid|were paid|has been paid|was sent|were sent|has been sent|was wired|were wired|was transferred|were transferred|has been transferred|was remitted|was received|were received|has been received|came in|arrived|credited"],
  ["passive","들어왔-|입금되었-|입금됐-|송금되었-|송금됐-|이체되었-|이체됐-|지급되었-|지급됐-|도착했-"],
  ["passive","到账|已到账|入账|已入账|到帐"],
  ["passive","поступил-|пришел|пришёл|пришл-|зачислен-|переведен-|переведён-|перечислен-|оплачен-|выплачен-|отправлен-"],
  ["from","from|-에서|-로부터|-으로부터|-에게서|-한테서|-측에서|从|由|от|со счета|со счёта"],
  ["by","by"],
  ["to","to|in favour of|in favor of|-에게|-한테|-께|-앞으로|-으로|-로|给|向|для|в пользу|на счет|на счёт"],
  ["undone","will|shall|would|should|could|can|may|might|must|'ll|going to|gonna|wants|want|please send|please pay|pls send|pls pay|not|never|no|didn't|hasn't|haven't|wasn't|won't|cannot|if|whether|unless|until|once|did|has to|have to|need|needs|ask|asked|promise|promised|plan|plans|planned|tomorrow|supposed|confirm you|confirm that|cancelled|canceled|failed|returned"],
  ["undone","안|못|아직|내일|모레|않-|예정|겠-|보낼|받을|지불할|보내라|보내시오|보내주-|보내야|보내려-|만약|계획|취소-|못했-|않았-|-는가|-는지|-습니까|-았나|-었나|-했나|-냈나|-냈으면|-았으면|-었으면|-했으면"],
  ["undone","没|没有|未|不|还没|尚未|将|会|要|请|准备|打算|如果|是否|能否|可否|应该|应当|明天|计划|取消|吗|别|勿|待"],
  ["undone","не|нет|ни|будет|будут|буду|надо|нужно|должен|должна|должны|если|прошу|чтобы|хочет|хотят|завтра|ли|пусть|планирует|обещал|обещала|отменен|отменён|отменили|бы"],
  ["thing","money|cash|the sum of|sum of|a sum of|amount of|payment of|payment|total of|돈|대금|현금|금액|자금|款|钱|现金|деньги|денег|сумму|сумма|сумме|платеж|платёж|наличными|в размере"],
  ["pronoun","i|we|you|he|she|it|they|me|us|him|her|them|my|our|his|the|and|나|내|저|제|우리|그|그쪽|너|당신|我|我们|你|他|她|他们|您|я|мы|ты|он|она|они|вы|мне|нам|ему|ей|им|вам"],
  ["account","account|acct|a/c|acc|account no|iban|구좌|계좌|계좌번호|돈자리|账户|账号|帐号|счет|счёт|сч|р/с"],
  ["daysAgo0","today|오늘|今天|今日|сегодня"],
  ["daysAgo1","yesterday|어제|昨天|昨日|вчера"],
  ["daysAgo2","the day before yesterday|그저께|그제|前天|позавчера"],
];
