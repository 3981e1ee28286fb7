/** A given name and the short forms that its bearers go by. */
export interface FirstName {
  readonly name: string;
  readonly nicknames: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Given names, the more frequent first; short forms behind a colon. */
export const firstNames: readonly FirstName[] = words(`
  James:Jim,Jimmy Mary Robert:Bob,Rob Patricia:Pat,Patty John:Jack Jennifer:Jen,Jenny Michael:Mike,Mick Linda David:Dave
  Elizabeth:Liz,Beth,Betty William:Bill,Will Barbara:Barb Richard:Dick,Rich Susan:Sue Joseph:Joe Jessica:Jess
  Thomas:Tom,Tommy Sarah Charles:Charlie,Chuck Karen Christopher:Chris Lisa Daniel:Dan,Danny Nancy Matthew:Matt Betty
  Anthony:Tony Sandra Mark Margaret:Maggie,Peggy Donald:Don Ashley Steven:Steve Kimberly:Kim Andrew:Andy,Drew Emily
  Paul Donna Joshua:Josh Michelle Kenneth:Ken Carol Kevin Amanda:Mandy Brian Melissa Timothy:Tim Deborah:Debbie,Deb
  Ronald:Ron Stephanie:Steph George Rebecca:Becky Jason Sharon Edward:Ed,Ted Laura Jeffrey:Jeff Cynthia:Cindy Ryan
  Dorothy:Dot,Dolly Jacob:Jake Amy Nicholas:Nick Kathleen:Kathy Gary Angela:Angie Eric Shirley Jonathan:Jon Emma
  Stephen:Steve Brenda Larry Pamela:Pam Justin Nicole:Nicky Scott Anna Brandon Samantha:Sam Benjamin:Ben Katherine:Kate,Kathy
  Samuel:Sam Christine:Chris,Tina Gregory:Greg Debra:Debbie Alexander:Alex,Sandy Rachel Patrick:Pat,Paddy Carolyn Frank
  Janet Raymond:Ray Maria Jack Olivia:Liv Dennis Heather Jerry Helen Tyler Catherine:Cathy,Kate Aaron Diane Jose Julie
  Adam Victoria:Vicky,Tori Nathan:Nate Joyce Henry:Harry,Hank Lauren Zachary:Zach Kelly Douglas:Doug Christina:Tina,Chris
  Peter:Pete Ruth Kyle Joan Noah Virginia:Ginny Ethan Judith:Judy Jeremy Evelyn Christian Hannah Walter:Walt Andrea
  Keith Megan:Meg Austin Cheryl Roger Jacqueline:Jackie Terry Madison Sean Teresa:Terry,Tess Gerald:Gerry,Jerry Abigail:Abby
  Carl Sophia Dylan Martha Harold:Harry,Hal Sara Jordan Gloria Jesse Janice Bryan Kathryn:Kathy Lawrence:Larry Ann
  Arthur:Art Isabella:Bella Gabriel:Gabe Judy Bruce Charlotte:Lottie Logan Julia Billy Grace Joe Amber Alan:Al Alice
  Juan Jean Elijah:Eli Denise Willie Frances:Fran Albert:Al,Bert Danielle:Dani Wayne Marilyn Randy Natalie:Nat Mason
  Beverly:Bev Vincent:Vince Diana Liam Brittany Roy Theresa:Terry Bobby Kayla Caleb Alexis Bradley:Brad Doris Russell:Russ
  Lori Lucas Tiffany Frederick:Fred,Freddy Eleanor:Nell,Ellie Philip:Phil Rosemary:Rose Leonard:Len,Lenny Josephine:Jo,Josie`).map(
  (word) => {
    const [name = "", nicknames = ""] = word.split(":");
    return { name, nicknames: nicknames.split(",").filter((each) => each !== "") };
  },
);

/** Surnames are a head and an end: 128 times 60 of them. */
export const surnameHeads = words(`
  Ash Black Brad Win Har White Wood Green Long Ald Nor Sutt Wil Mil Whit Hamp Lang Thorn Hart Brook Bar Cran Ded Eaves
  Fair Gold Hazel Ings Ken Lam Mar New Old Pem Quar Rad Sand Tal Under Wal Yard Beck Cald Dar Ever Far Gar Hay Ire Jen
  Kel Lind Mor Net Oak Pen Rams Stan Tem Up Ver Wes Ax Bern Cliff Dun East Fen Gil Hol Ives Kirk Lock Mans North Or Park
  Red Shel Tyn Wake Al Bur Cot Den El Free Grim Hether Hurst Ket Lever Mid Nant Ottar Pres Rother Stock Thorp Wether Atter Bram
  Castle Dray Ellis Fors God Hunt Ilk Kings Lark Muns Nether Ox Pick Rise Swan Ther Wheat Amble Birch Cole Dews Ettle`);
export const surnameEnds = words(`
  ford ton ley field well son by wood ham worth man bury land more shaw wick croft den combe bridge stead hill stone ridge
  water house brook ard er ing dale gate hurst church mont ville smith wright away grave dean thorpe head lock pole cott
  bourne port mere ners ett kin holme side low ward win ney sey gard`);

const cityHeads = words(`
  Spring Clear Fair River Lake Oak Mill George Frank Madi Green Salem Clin Arling Wash Kings Bristol Dover Hud Milford
  New Ash Auburn Day Lexing Mil Man Oxford Cleve Jack Burl Maris Hills Center Union Winch Chester Newport Jeffer Kings`);
const cityEnds = words("field ville ton port burg wood dale view ford haven land mont side brook chester");
/** Towns, the larger first. */
export const cities: readonly string[] = cityEnds.flatMap((end) => cityHeads.map((head) => head + end));

export const streetNames = words(`
  Main Oak Maple Cedar Elm Pine Washington Lake Hill Walnut Spring North Ridge Church Willow Mill Sunset Railroad Jackson
  Cherry West South River Highland Johnson Dogwood Chestnut Spruce Franklin Park Meadow Forest Adams Lincoln Jefferson
  Madison Monroe Harrison Tyler Taylor Fillmore Pierce Buchanan Grant Hayes Garfield Arthur Cleveland Roosevelt Wilson
  Locust Poplar Sycamore Magnolia Hickory Birch Aspen Laurel Juniper Holly Ivy Rose Lily Violet Orchard Garden Vine Valley
  Canyon Prairie Summit Pleasant Prospect Fairview Bridge Canal Harbor Bay Shore Ocean Beach Island Lighthouse Anchor Mariner
  Commerce Market Court College University Academy School Library Museum Chapel Abbey Bishop Dean King Queen Prince Duke Earl`);
export const streetWords = words("Street Avenue Road Lane Drive Court Way Place");
export const mailHosts = words("mail.example post.example inbox.example letters.example web.example box.example");
