/**
 * Places that no country list holds, written from general knowledge: regions of the world, seas and rivers, parts
 * of countries, and cities that texts name without explanation. `|` separates names of one place, the first one is
 * its name; demonyms follow after `;`. Names that are first of all something else (Nice, Reading, Mobile) are left
 * out: what a text itself says of them decides.
 */

/** Regions that are no country. */
export const REGIONS = `Central Asia;Central Asian
South Asia;South Asian
Southeast Asia|South-East Asia|South East Asia;Southeast Asian|South-East Asian
East Asia;East Asian
West Asia;West Asian
Middle East|Mideast;Middle Eastern
Near East
Far East
Eurasia;Eurasian
Western Europe;Western European|West European
Eastern Europe;Eastern European|East European
Central Europe;Central European
Northern Europe
Southern Europe
Balkans|Western Balkans;Balkan
Baltics|Baltic states;Baltic
Scandinavia;Scandinavian
Benelux
Caucasus|South Caucasus|North Caucasus;Caucasian
Indo-Pacific
Asia-Pacific|Asia Pacific
Latin America;Latin American
Central America;Central American
Caribbean
North Africa;North African
West Africa;West African
East Africa;East African
Southern Africa
Horn of Africa
Sub-Saharan Africa
Sahel
Maghreb
Levant
Indian subcontinent
Kashmir|Jammu and Kashmir;Kashmiri
Kurdistan;Kurdish
Siberia;Siberian
Crimea|Crimean Peninsula;Crimean
Donbas|Donbass
Sahara
Himalayas;Himalayan
Alps
Andes
Amazon rainforest
Arctic
Persian Gulf|Arabian Gulf
Gulf of Mexico
Gulf of Oman
Gulf of Aden
Red Sea
Black Sea
Caspian Sea
Baltic Sea
North Sea
Mediterranean|Mediterranean Sea
South China Sea
East China Sea
Arabian Sea
Aegean Sea|Aegean
Adriatic Sea|Adriatic
Bay of Bengal
Strait of Hormuz
Suez Canal
Panama Canal
English Channel
Pacific Ocean|Pacific
Atlantic Ocean|Atlantic
Indian Ocean
Arctic Ocean
Danube
Rhine
Nile
Ganges
Mekong
Volga
Dnieper|Dnipro River
West Bank
Gaza|Gaza Strip
Golan Heights
Golden Crescent
Silk Road|Silk Route
Wakhan Corridor
Soviet Union|USSR|U.S.S.R.;Soviet
Yugoslavia;Yugoslav
Czechoslovakia;Czechoslovak
East Germany
West Germany
Ottoman Empire;Ottoman
British Empire
Roman Empire;Roman
South Vietnam
North Vietnam`

/** Parts of countries (states, provinces, nations), by ISO 3166-1 code. */
export const SUBDIVISIONS: Readonly<Record<string, string>> = {
  US: `Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois
    Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri
    Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico North_Carolina North_Dakota Ohio Oklahoma Oregon
    Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont West_Virginia Wisconsin
    Wyoming New_England Midwest Silicon_Valley District_of_Columbia`,
  CA: 'Ontario Quebec Alberta British_Columbia Manitoba Saskatchewan Nova_Scotia New_Brunswick Newfoundland Yukon Nunavut',
  GB: 'England Scotland Wales Northern_Ireland Yorkshire Cornwall Devon Essex Sussex Surrey Norfolk Suffolk Lancashire Derbyshire Cumbria',
  AU: 'New_South_Wales Queensland Tasmania Western_Australia South_Australia Northern_Territory',
  IN: `Assam Bihar Goa Gujarat Haryana Himachal_Pradesh Karnataka Kerala Madhya_Pradesh Maharashtra Manipur
    Nagaland Odisha Punjab Rajasthan Sikkim Tamil_Nadu Telangana Tripura Uttar_Pradesh Uttarakhand West_Bengal
    Andhra_Pradesh Arunachal_Pradesh Ladakh Jharkhand Chhattisgarh`,
  PK: 'Balochistan Sindh Khyber_Pakhtunkhwa Waziristan',
  CN: 'Xinjiang Tibet Guangdong Sichuan Yunnan Hubei Hunan Henan Hebei Zhejiang Jiangsu Inner_Mongolia Guangxi Hainan',
  DE: 'Bavaria Saxony Brandenburg Hesse Thuringia Lower_Saxony Baden-Württemberg North_Rhine-Westphalia Saarland',
  ES: 'Catalonia Andalusia Galicia',
  FR: 'Normandy Brittany Provence Alsace Corsica Burgundy',
  IT: 'Sicily Sardinia Tuscany Lombardy Piedmont Veneto Calabria',
  RU: 'Chechnya Dagestan Tatarstan Kamchatka Sakhalin Ingushetia',
  BR: 'Bahia Minas_Gerais Amazonas Mato_Grosso',
  JP: 'Hokkaido Okinawa Kyushu Honshu Fukushima',
  ID: 'Java Sumatra Bali Sulawesi Papua Borneo',
  IQ: 'Anbar Nineveh',
  SY: 'Idlib',
  SD: 'Darfur',
  ET: 'Tigray Oromia Amhara',
  UA: 'Donetsk Luhansk',
  TJ: 'Gorno-Badakhshan Khatlon',
  UZ: 'Karakalpakstan',
}

/** Cities beside the capitals, by ISO 3166-1 code; an alias follows after `=`. */
export const CITIES: Readonly<Record<string, string>> = {
  US: `New_York=New_York_City=NYC=Manhattan Los_Angeles=LA=L.A. Chicago Houston Philadelphia San_Antonio San_Diego Dallas
    San_Jose Austin San_Francisco Seattle Denver Boston Detroit Nashville Memphis Portland Las_Vegas Baltimore
    Milwaukee Albuquerque Tucson Sacramento Atlanta Miami Oakland Minneapolis Cleveland New_Orleans Tampa Honolulu
    Pittsburgh Cincinnati St._Louis=Saint_Louis Orlando Salt_Lake_City Charlotte Indianapolis Brooklyn Queens Bronx
    Hollywood Palo_Alto Cupertino Anchorage Omaha Tulsa Baton_Rouge Galveston Fort_Worth Santa_Monica Long_Island
    Washington,_D.C.=Washington_DC=Washington_D.C.=Washington,_DC=D.C. Broadway Wall_Street Capitol_Hill`,
  CA: 'Toronto Montreal=Montréal Vancouver Calgary Edmonton Winnipeg Quebec_City Halifax',
  GB: `Birmingham Manchester Liverpool Leeds Sheffield Bristol Glasgow Edinburgh Cardiff Belfast Newcastle Nottingham
    Southampton Oxford Cambridge Brighton Plymouth Leicester Coventry Aberdeen Dundee Portsmouth Dover Westminster`,
  AU: 'Sydney Melbourne Brisbane Perth Adelaide Darwin Hobart Gold_Coast',
  NZ: 'Auckland Christchurch Dunedin',
  DE: 'Hamburg Munich=München Cologne=Köln Frankfurt Stuttgart Düsseldorf=Dusseldorf Leipzig Dresden Bremen Hanover Nuremberg Bonn Ramstein',
  FR: 'Marseille Lyon Toulouse Strasbourg Bordeaux Lille Nantes Calais Cannes Grenoble',
  ES: 'Barcelona Valencia Seville Bilbao Málaga=Malaga Zaragoza',
  IT: 'Milan Naples Turin Palermo Genoa Bologna Florence Venice Trieste',
  NL: 'Rotterdam The_Hague=Hague Utrecht Eindhoven',
  BE: 'Antwerp Ghent Bruges',
  CH: 'Zurich=Zürich Geneva Basel Lausanne Davos',
  AT: 'Salzburg Graz Innsbruck Linz',
  PL: 'Krakow=Kraków Gdansk=Gdańsk Wroclaw=Wrocław Poznan=Poznań Lodz=Łódź',
  PT: 'Porto',
  GR: 'Thessaloniki Piraeus',
  SE: 'Gothenburg Malmö=Malmo',
  NO: 'Bergen Stavanger',
  DK: 'Aarhus',
  RU: 'Saint_Petersburg=St._Petersburg=St_Petersburg Novosibirsk Yekaterinburg Kazan Sochi Vladivostok Rostov-on-Don Grozny Kaliningrad Murmansk Volgograd Samara',
  UA: 'Kharkiv=Kharkov Odesa=Odessa Lviv Mariupol Kherson Zaporizhzhia Dnipro Kiev Bakhmut Sevastopol Chernobyl=Chornobyl',
  TR: 'Istanbul Izmir Antalya Gaziantep Adana Bursa',
  CN: 'Shanghai Guangzhou Shenzhen Wuhan Chongqing Tianjin Chengdu Nanjing Hangzhou Xian Harbin Urumqi Lhasa Kunming',
  JP: 'Osaka Kyoto Nagoya Yokohama Hiroshima Nagasaki Sapporo Kobe Fukuoka Sendai',
  KR: 'Busan Incheon Daegu',
  IN: `Mumbai=Bombay Delhi Kolkata=Calcutta Chennai=Madras Bengaluru=Bangalore Hyderabad Pune Ahmedabad Jaipur
    Lucknow Kanpur Nagpur Srinagar Amritsar Kochi Chandigarh Guwahati Bhopal Indore Patna Noida Gurgaon=Gurugram
    Visakhapatnam Varanasi Kota`,
  PK: 'Karachi Lahore Peshawar Quetta Rawalpindi Faisalabad Gwadar',
  BD: 'Chittagong',
  AF: 'Kandahar Herat Jalalabad Kunduz Mazar-i-Sharif=Mazar-e-Sharif Bagram',
  IR: 'Isfahan Mashhad Tabriz Shiraz Qom Chabahar Bandar_Abbas Natanz Bushehr',
  IQ: 'Basra Mosul Kirkuk Erbil=Irbil Fallujah=Falluja Najaf Karbala Tikrit Ramadi Samarra',
  SY: 'Aleppo Homs Hama Raqqa Palmyra Latakia Tartus',
  IL: 'Tel_Aviv Haifa East_Jerusalem Eilat Nazareth',
  PS: 'Gaza_City Rafah Khan_Younis Hebron Nablus Jenin Bethlehem',
  LB: 'Tyre Sidon',
  SA: 'Jeddah Mecca=Makkah Medina',
  AE: 'Dubai Sharjah',
  YE: 'Aden Hodeidah=Hodeida',
  EG: 'Alexandria Giza Luxor Sharm_el-Sheikh',
  LY: 'Benghazi Misrata Sirte',
  MA: 'Casablanca Marrakesh=Marrakech',
  NG: 'Lagos Kano Ibadan Port_Harcourt',
  KE: 'Mombasa',
  TZ: 'Dar_es_Salaam Zanzibar',
  SD: 'Port_Sudan',
  CD: 'Goma Lubumbashi',
  ZA: 'Johannesburg Cape_Town Durban Soweto',
  KZ: 'Almaty Aktau Baikonur Shymkent',
  KG: 'Osh',
  TJ: 'Khujand Kulob',
  UZ: 'Samarkand Bukhara Termez Fergana',
  TM: 'Turkmenbashi',
  AZ: 'Nagorno-Karabakh Ganja Shusha',
  GE: 'Batumi Abkhazia South_Ossetia',
  BR: 'Rio_de_Janeiro=Rio São_Paulo=Sao_Paulo Salvador Recife Manaus Curitiba',
  MX: 'Guadalajara Monterrey Tijuana Cancún=Cancun Acapulco Ciudad_Juárez=Ciudad_Juarez',
  AR: 'Córdoba Rosario',
  CO: 'Medellín=Medellin Cali Cartagena',
  VE: 'Maracaibo',
  EC: 'Guayaquil',
  PH: 'Mindanao Luzon Cebu Davao',
  VN: 'Ho_Chi_Minh_City=Saigon Da_Nang Hue',
  ID: 'Surabaya Bandung Aceh Banda_Aceh',
  MY: 'Penang Johor Sabah Sarawak',
  MM: 'Yangon=Rangoon Mandalay Rakhine',
  LK: 'Hambantota Jaffna',
  TH: 'Phuket Chiang_Mai Pattaya',
  HK: 'Kowloon',
}
