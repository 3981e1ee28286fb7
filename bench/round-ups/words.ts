/** Beginnings and ends of invented family names, which nobody bears. */
export const surnameHeads =
  "Var Tol Brem Osk Dral Kest Lun Mard Nev Pol Quil Rast Sorv Tarn Ulm Vesk Wend Yar Zol Hask Jorv Fenn Grul Ild".split(
    " ",
  );
export const surnameMiddles = "a e i o u an el ir os um".split(" ");
export const syllables = "ba do fe gi ka lo me ni po ra se ti va zo".split(" ");
export const surnameEnds =
  "nik dar mont sev kin vald rek tash gorn lund bek ris tov mark stad hall quist den wick zar".split(" ");
export const givenNames =
  "Ardo Belin Corva Dalim Edric Fenja Gorlo Halva Irsa Jonet Kaspo Lirem Marga Nolan Orlo Petra Quenna Rurik Salka Tomar Ulla Varo Wilma Yorin Zelda".split(
    " ",
  );
export const firmHeads =
  "Amber Birch Cobalt Dune Ember Falcon Glacier Heron Iron Juniper Kestrel Lagoon Mistral Nimbus Opal Pelican Quartz Raven Saffron Tidal Umber Vesper Willow Xenon Yarrow Zephyr".split(
    " ",
  );
export const firmMiddles =
  "Bay Gate Stone Field Line Bridge Point Crown Star Ridge Brook March Sound Cross Vale Reach".split(" ");
export const firmEnds = "Trading,Shipping,Holdings,Logistics,Commodities,Marine,Partners,Metals,Freight,Capital".split(
  ",",
);
export const shipWords = "Lady,Ocean,Northern,Golden,Silver,Bright,Eastern,Royal,Morning,Silent,Swift,Blue".split(",");
export const outletHeads =
  "Harbour Quay Strait Gulf Northern Cape Delta Lagoon Meridian Channel Coastal Frontier River Island Capital Border".split(
    " ",
  );
export const outletEnds = "Wire,Courier,Post,Mail,Ledger,Herald,Observer,Dispatch,Gazette,Monitor".split(",");
/** Real towns, as places alone. */
export const towns =
  "Rotterdam Antwerp Hamburg Lisbon Porto Valencia Genoa Trieste Piraeus Istanbul Izmir Batumi Odesa Constanta Varna Riga Tallinn Gdansk Bremen Marseille Naples Valletta Limassol Haifa Dubai Karachi Mumbai Chennai Colombo Singapore Penang Jakarta Manila Busan Incheon Nagoya Osaka Vladivostok Dalian Qingdao Ningbo Xiamen Haiphong Bangkok Mombasa Durban Lagos Dakar Casablanca Tangier Tunis Alexandria".split(
    " ",
  );
export const goods =
  "pumps,bearings,valves,diesel engines,lathes,circuit boards,lenses,gearboxes,compressors,turbines,cigarettes,whisky,copper cable,steel coils,radio sets,generators,batteries,furnaces,drilling heads,cement".split(
    ",",
  );
export const days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
export const months = "January February March April May June July August September October November December".split(
  " ",
);
