// Generated from resources/names/arabic-names.tsv by npm run generate; do not edit.
// What: parts by which a name in Latin letters is known to be Arabic, Persian, Turkic or Afghan (folded); they allow the vowels to vary.
// Columns: names (separated by spaces)
// source: common knowledge; own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["mohammed muhammad mohamed mohammad mohamad muhammed muhamad mohd mahmoud mahmud ahmad ahmed hamid hamed hamad hammad ali omar umar othman osman usman hassan hasan hussein hussain husain husayn hossein abdul abdel abdal abd abdallah abdullah abdulla abu abou umm ibn bin ben bint al el ul ud"],
  ["ibrahim ismail yusuf yousef youssef mustafa mostafa khalid khaled saleh salih salim salem said saeed sayed sayyid syed osama usama tariq tarek karim kareem rahman rahim aziz nasser nasir nasr jamal gamal jamil kamal kamel walid waleed faisal faysal fahd sultan salman bandar turki saud rashid rasheed majid majed zayd zaid zayed bakr bakar"],
  ["bilal anwar ashraf ayman amin ameen amir ameer imad emad fadi fouad fuad ghassan habib hadi haidar haider hani harith harun haroun hatem hisham hesham iyad jaber jabir jafar jalal khalil khan laden ladin mahdi malik maher mansour mansur marwan masoud masud mazen mazin moussa musa muammar mubarak mukhtar munir murad nabil nadir naim"],
  ["nizar nour noor nur qadir qader qasim qassem rafiq ramadan ramzi riad riyad sabri saddam sadiq sami samir shafiq shakir sharif sherif suleiman sulaiman taha talal taleb talib tawfiq wahid yasin yassin yasser yasir younis yunus zaki zakaria ziad ziyad zain assad asad gaddafi qaddafi"],
  ["akhtar haqqani mullah mawlawi noorzai zadran gul agha jan shah wali jalil ghani zahir karzai rabbani massoud dost akhund zardari bhutto iqbal butt rehman reza mehdi hashemi rafsanjani khamenei khomeini ahmadinejad rouhani rohani zarif larijani soleimani mohsen mojtaba kazem javad masoumeh zahra fatima fatemeh aisha khadija maryam zainab zaynab laila leila"],
  ["erdogan mehmet ahmet huseyin mustafa suleyman rustam magomed magomedov aslan ramzan kadyrov shamil ruslan murad timur islam jihad din allah ullah eddine uddin addin"],
];
