"""Common given names by gender, of many languages; a name given to both stands in neither. Data only."""

MALE = frozenset(
    """
aaron abdel abdul abdullah abraham abu adam adel adolfo adrian ahmad ahmed aidan akio al alain alan albert
alberto aleksandar aleksander aleksei alessandro alexander alexandre alexei alexey alfonso alfred alfredo ali
alistair allan allen alois alvaro alvin amir anatoly anders andre andreas andrei andres andrew andrey andrii
andrzej andy angus anil ansgar anthony antoine anton antonin antonio antony anwar archibald arjun armand armando
armin arnold arthur artur arturo ashraf asif austin avi axel ayman barack barney barry bart bartholomew bashar
beau ben benedict benjamin benny bernard bernardo bernd bernie bert bertrand bill billy bjorn bo bob bobby boris
brad bradley brandon brendan brent bret brett brian bruce bruno bryan bryce byron caleb calvin carl carlo carlos
carson cecil cedric cesar chad charles charlie chester chip christian christophe christopher chuck claude
claudio clay clayton clement cliff clifford clint clinton clive cody colin conor connor conrad constantin
cornelius corey cory craig curt curtis cyril cyrus dale damian damien damon dan daniel danilo danny dario
darrell darren daryl dave david davis dean dennis denny denis derek derrick desmond devin dewey dexter diego
dieter dietrich dimitri dinesh dirk dmitri dmitriy dmitry dmytro dominic don donald donny doug douglas duane
duncan dustin dwayne dwight earl ed eddie edgar edmund eduardo edward edwin efraim egon ehud eitan eli elias
elijah elliot elliott ellis elmer emanuel emil emilio emmanuel enrico enrique eric erich erik ernest ernesto
ernst erwin esteban ethan etienne eugene evan everett fabian fabio faisal farhan farid fazal federico felipe
felix ferdinand fernando fidel filip floyd francesco francis francisco francois frank frankie franklin franz
fred freddie frederic frederick friedrich fritz fyodor gabriel gareth gary gavin gene gennady geoff geoffrey
george georges georgi gerald gerard gerardo gerhard gerry gideon gilbert giles giorgio giovanni giuseppe glen
glenn gonzalo gordon graham grant greg gregg gregor gregory grigory grover guido guillaume guillermo gunter gus
gustav gustavo guy haim hakan hakeem hal hamid hamza hank hans harold haroon harris harrison harry harvey hasan
hassan hector heiko heinrich heinz hendrik henri henrik henrique henry herbert herman hernan hideo hiroshi horst
howard hubert hugh hugo humberto hussein ian ibrahim ignacio igor ike ilya imran isaac isaiah ismail ivan ivo
jack jackson jacob jacques jaime jair jake jakob jamal james janos jared jarrod jason javier jay jeb jed jeff
jefferson jeffrey jens jeremiah jeremy jerome jerry jesus jim jimmy jiri joachim joao joaquin jochen joe joel
joey johan johann johannes john johnnie johnny jon jonah jonas jonathan jorge jose josef joseph josh joshua
josiah juan julian julien julio julius jun jurgen justin kamal karim karl keith ken kenneth kenny kent kevin
khaled khalid kirk klaus knut kofi konrad konstantin kristian kumar kurt kyle lamar lance larry lars laurence
laurent lawrence lazar len lenny leo leon leonard leonardo leonid leopold leroy levi lewis liam lincoln lionel
lloyd logan lorenzo louis luc luca lucas lucian luciano luigi luis luiz lukas luke luther lyle lyndon maciej
magnus mahmoud malcolm malik manfred manuel marc marcel marcelo marcin marco marcos marcus mario marius mark
markus marlon marshall martin martyn marvin mason massimo mateo mathew mathias mathieu mats matt matteo matthew
matthias maurice mauricio max maxim maxime maximilian mehdi mehmet mel melvin michael michal michel miguel mika
mike mikhail miles miloš milos milton mitch mitchell mitt moammar mohamed mohammad mohammed moises monty morris
mort moshe muhammad muhammadu murray mustafa nabil naftali narendra nate nathan nathaniel neal ned neil nelson
newt nicholas nick nico nicolas nigel nikita niko nikola nikolai nikolay nils noah noam nolan norbert norm
norman octavio olaf oleg oleh oleksandr oleksii oliver olivier omar oren orlando orrin oscar oskar osman otto
owen pablo paolo pascal patricio patrick paul paulo pavel pavlo pedro per percy perry pete peter petr petro phil
philip philippe phillip pierre pieter piotr placido pranab preston qasem quentin quincy radek rafael rahm rahul
raj rajiv ralph ramon ramzan rand randall randolph randy raphael rashid raul ravi ray raymond recep reggie
reginald reince reinhard remi reuben rex ricardo riccardo rich richard rick ricky rob robby robert roberto rod
roderick rodney rodolfo rodrigo roger roland rolf roman ron ronald ronnie rory ross roy ruben rudolf rudolph
rudy rupert russ russell rustam ryan saad sadiq saif salman salvador salvatore sami samir samuel sanjay santiago
saul scott sean sebastian sepp serge sergei sergey sergio serhiy seth seymour shane shaun shawn sheldon sherman
shinzo sid sidney sigmar silvio simon slobodan sol solomon spencer stan stanislav stanley stefan stefano stephan
stephane stephen sterling steve steven stewart stuart sven sylvester tad tariq ted terrence thad thaddeus theo
theodor theodore thierry thomas tiago tim timothy tobias toby todd tom tomas tommy tony travis trent trevor trey
tucker tyler tyrone ulrich umberto uri vaclav valentin valery vasily vernon victor viktor vince vincent vinod
virgil vitali vitaly vlad vladimir vojislav volker volodymyr vyacheslav wade wallace walt walter warren wayne
wendell werner wesley wilbur wilfred wilhelm will willard willem william willie wilson winston wolf wolfgang
woodrow xavier yair yann yannick yasser yevgeny yitzhak yoshihide yuri yuriy yusuf yves zachary zack zbigniew
zeid khizr humayun osama usman bilal tayyip jinping kim-il narayan vikram suresh ramesh deepak sunil ashok kenji
takashi taro yukio chen wei jong kwame kojo chinua olu emeka tendai joko andrzej wojciech piotr jaroslaw lech
imre laszlo gabor attila bogdan radu traian goran dragan zoran
""".split()
)

FEMALE = frozenset(
    """
abby abigail ada adela adele adriana agatha agnes agnieszka aicha aida aileen aisha akiko alberta alejandra
alexa alexandra alexandria alexis alice alicia alina alison allison alma alyssa amal amanda amber amelia amina
amy ana anastasia angela angelica angelina angie anita anja ann anna annabelle anne annette annie anne- marie
antonella antonia anya april arianna arlene astrid asma audrey aung aurora ava ayesha aylin barbara beata
beatrice beatriz becky belinda bella bernadette bernice bertha bess beth bethany betsy betty beverly bianca
birgit birgitta bonnie brenda bridget brigitte britney brittany brooke camila camilla camille candace candice
cara carina carla carly carmen carole carolina caroline carolyn carrie catarina catherine cathy cecile cecilia
celeste celia celine chantal charlene charlotte chelsea cheri cherie cheryl chloe christa christiane christie
christina christine christy cindy claire clara clare clarissa claudia colleen connie constance consuelo cora
cordelia corinne cornelia cristina crystal cynthia dagmar daisy daniela danielle daphne darlene dawn debbie
deborah debra deirdre delia delphine denise desiree diana diane dianne dilma dina dolores donna dora doreen
doris dorothea dorothy edith edna edwina eileen elaine eleanor elena eleni elisa elisabeth elise eliza elizabeth
ella ellen ellie elsa elsie elvira emilia emily emma enid erica erika erin erna ernestine esmeralda esperanza
estelle esther ethel eugenia eunice eva evangeline eve evelyn fatima fatou federica felicia fiona flora florence
frances francesca francoise frauke freda frida gabriela gabriella gabrielle gail galina gemma genevieve
georgette georgia georgina geraldine germaine gertrude gillian gina ginny gisela giulia gladys glenda gloria
golda grace greta gretchen gretel guadalupe gwen gwendolyn hailey haley hanan hannah harriet hazel heather heidi
heike helen helena helene helga henrietta hilary hilda hillary hiroko holly hope huda huma ida ilana ilona ilse
imelda imogen ines ingrid irena irene irina iris irma isabel isabella isabelle ivana ivanka jacqueline jamila
jana jane janet janice janine jasmine jeanette jeanne jeannie jelena jenna jennifer jenny jessica jill joan
joana joann joanna joanne jocelyn jodi johanna josefina josephine joy joyce juana juanita judith judy julia
juliana julianne julie juliet juliette julissa june justine kaitlin kamala kara karen karin karina karla kasia
katarina kate katerina katharina katharine katherine kathleen kathryn kathy katie katja katrin katrina katy kay
kayla kayleigh keiko kellie kellyanne kendra kerstin kiersten kimberly kirsten kirstjen kristen kristi kristin
kristina kyoko laila lana lara larisa latifa latoya laura laurel lauren laurie lea leah leila lena leona leonor
leticia libby lidia lila lilia lilian liliana lillian lily lina linda lisa lise liz liza lois lola loretta lori
lorna lorraine louisa louise lourdes lucia lucie lucille lucinda lucy ludmila luisa luz lydia lynda lynne mabel
madeleine madeline madison magda magdalena maggie maia maja malala malgorzata mandy manuela mara marcela marcia
margaret margarita margarete margo margot marguerite mari maria mariah mariam marian mariana marianne maribel
marie mariela marielle marilyn marina marine marisa marissa marita marjorie marlene marsha marta martha martina
mary maryam maryanne matilda maude maura maureen mavis maxine maya megan megyn mei melania melanie melinda
melissa mercedes meredith meryl mia michaela michele michelle milagros mildred millie mimi mina minerva miranda
miriam misty moira molly mona monica monika monique muriel myra myriam myrtle nadia nadine nadja nancy naomi
natalia natalie natalya natasha nell nellie nicole nicky nikki nina nora noreen norma odette olga olena olivia
oksana ophelia oprah paige paloma pam pamela paola patrice patricia patsy patti patty paula paulette paulina
pauline pearl peggy penelope penny petra phoebe phyllis pia pilar polly priscilla priya prudence rachel ramona
rania raquel rebecca regina reina renata renee rhoda rhonda rigoberta rita roberta rochelle rosa rosalie
rosalind rosalyn rosanna rose rosemarie rosemary rosie rowena roxana roxanne ruth sabina sabine sabrina sadie
sally salma samantha samira sandra sara sarah savannah selena selma serena sharon sheila shelley shelly sheri
sherry sheryl shirley sienna sigrid silvana silvia simone siobhan sofia sofie solange soledad sonia sonja sophia
sophie stella stephanie sue summer susan susana susanna susanne susie suzanne sybil sylvia sylvie tabitha tamar
tamara tamika tammy tania tanya tara tatiana tatyana teresa terri tess tessa thelma theresa therese tiffany tina
tonya tricia trudy tulsi ursula valentina valerie vanessa vera verena veronica veronika vicki vicky victoria
viktoria viola violet virginia viviana vivien wanda wendy wilhelmina wilma winifred winnie wynona yael yasmin
yasmine yelena yesenia yoko yolanda yulia yuliya yvette yvonne zainab zahra zara zelda zoe ghazala sushma indira
sunita lakshmi aishwarya nirmala benazir mei-ling yuki sakura naomi chioma ngozi amara wanjiru thandi zsuzsanna
ilse ewa beata malgosia jadwiga
""".split()
)

NEUTRAL = frozenset(
    """
andrea ashley blair cameron carol casey chris courtney dana dominique drew dylan eri jackie jamie jan jean jesse
jess jo jody jordan kai kelly kelsey kerry kim kris lane lee leigh leslie lindsay lindsey lou loren lynn marion
merle micah morgan nicola noel parker pat quinn rene riley robin sandy sam alex sasha shannon skyler stacy
stacey stevie sydney taylor terry toni tony-ann tracy tracey val vivian whitney
""".split()
)

NICKNAMES = {
    "abby": "abigail",
    "al": "albert",
    "alex": "alexander",
    "andy": "andrew",
    "barney": "bernard",
    "becky": "rebecca",
    "ben": "benjamin",
    "bernie": "bernard",
    "beth": "elizabeth",
    "betsy": "elizabeth",
    "bill": "william",
    "billy": "william",
    "bob": "robert",
    "bobby": "robert",
    "cathy": "catherine",
    "charlie": "charles",
    "chris": "christopher",
    "chuck": "charles",
    "cindy": "cynthia",
    "dan": "daniel",
    "danny": "daniel",
    "dave": "david",
    "debbie": "deborah",
    "dick": "richard",
    "don": "donald",
    "doug": "douglas",
    "ed": "edward",
    "eddie": "edward",
    "frank": "francis",
    "fred": "frederick",
    "gabby": "gabrielle",
    "gene": "eugene",
    "geoff": "geoffrey",
    "greg": "gregory",
    "hank": "henry",
    "harry": "harold",
    "jack": "john",
    "jackie": "jacqueline",
    "jake": "jacob",
    "jeff": "jeffrey",
    "jen": "jennifer",
    "jenny": "jennifer",
    "jerry": "gerald",
    "jim": "james",
    "jimmy": "james",
    "joe": "joseph",
    "john": "jonathan",
    "jon": "jonathan",
    "josh": "joshua",
    "judy": "judith",
    "kate": "katherine",
    "kathy": "katherine",
    "katie": "katherine",
    "ken": "kenneth",
    "larry": "lawrence",
    "liz": "elizabeth",
    "maggie": "margaret",
    "marty": "martin",
    "matt": "matthew",
    "max": "maximilian",
    "meg": "margaret",
    "mel": "melvin",
    "mick": "michael",
    "mickey": "michael",
    "mike": "michael",
    "mitch": "mitchell",
    "nate": "nathaniel",
    "nick": "nicholas",
    "pam": "pamela",
    "pat": "patricia",
    "peggy": "margaret",
    "pete": "peter",
    "phil": "philip",
    "ray": "raymond",
    "rich": "richard",
    "rick": "richard",
    "rob": "robert",
    "ron": "ronald",
    "russ": "russell",
    "sam": "samuel",
    "sandy": "sandra",
    "stan": "stanley",
    "steve": "stephen",
    "steven": "stephen",
    "sue": "susan",
    "ted": "theodore",
    "terry": "terence",
    "tim": "timothy",
    "toby": "tobias",
    "tom": "thomas",
    "tommy": "thomas",
    "tony": "anthony",
    "vicky": "victoria",
    "vince": "vincent",
    "will": "william",
}
"""Short form to the long one it stands for."""
