// Generated from resources/compare/address-words.tsv by npm run generate; do not edit.
// What: words of addresses that are written short and long, or that say nothing; an empty first column leaves the word out.
// Columns: word for comparison, spellings (lower case, separated by |)
// source: postal habit; own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["street","street|str|st|strasse|straße|ul|ulitsa|улица|ул|calle|rue|via|로|路|街"],
  ["avenue","avenue|ave|av|avenida|prospekt|pr|проспект|пр|대로|大街|大道"],
  ["road","road|rd"],
  ["lane","lane|ln|переулок|пер|골목|巷|弄"],
  ["boulevard","boulevard|blvd|bulvar|бульвар|б"],
  ["square","square|sq|plaza|platz|piazza|площадь|пл|광장|广场"],
  ["building","building|bldg|blk|block|haus|дом|д|строение|стр|корпус|корп|동|빌딩|大厦|楼|栋|号楼"],
  ["floor","floor|fl|этаж|эт|층|etage|piso"],
  ["room","room|rm|suite|ste|unit|apt|apartment|flat|office|офис|оф|кв|квартира|호|실|室|房"],
  ["district","district|dist|район|р|구역|구|군|区|县"],
  ["city","city|г|город|시|市"],
  ["province","province|prov|область|обл|край|도|성|省"],
  ["north","north|n|nord|север"],
  ["south","south|s|sud|юг"],
  ["east","east|e|ost|восток"],
  ["west","west|w|ouest|запад"],
  ["","no|number|nr|№|号|the|of|and|de|la|po|box|a|я|п|zip|postcode"],
];
