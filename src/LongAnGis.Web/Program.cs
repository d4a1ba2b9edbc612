using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.ChangeSets;
using LongAnGis.Web.Conformity;
using LongAnGis.Web.Database;
using LongAnGis.Web.Events;
using LongAnGis.Web.Exchange;
using LongAnGis.Web.Indicators;
using LongAnGis.Web.Investment;
using LongAnGis.Web.Leaders;
using LongAnGis.Web.Lookup;
using LongAnGis.Web.Mail;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Ogc;
using LongAnGis.Web.Osm;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Verbs;
using LongAnGis.Web.Programme;
using LongAnGis.Web.Quotas;
using LongAnGis.Web.Search;
using LongAnGis.Web.Seeding;
using LongAnGis.Web.Shell;
using LongAnGis.Web.Styles;
using LongAnGis.Web.Tiles;

// The table of contents: each folder adds its services in one line and maps its addresses in another.
// `serve` is the verb when none is given; `LongAnGis.Web help` lists the others.
StartupException.ExplainWhatEscapes();
var commandLine = CommandLine.Parse(args);
var builder = WebApplication.CreateBuilder(commandLine.ToHostOptions());

builder.AddPlatform();
builder.Services.AddDatabase();
builder.Services.AddAccounts(builder.Configuration);
builder.Services.AddAudit();
builder.Services.AddChangeSets();
builder.Services.AddSeeding();
builder.Services.AddOsm();
builder.Services.AddSearch();
builder.Services.AddTiles();
builder.Services.AddEvents();
builder.Services.AddPlanPages();
builder.Services.AddQuotas();
builder.Services.AddConformity();
builder.Services.AddIndicators();
builder.Services.AddInvestment();
builder.Services.AddMail(builder.Configuration);
builder.Services.AddLookup();
builder.Services.AddMaps();
builder.Services.AddProgramme();
builder.Services.AddLeaders();
builder.Services.AddOgc();
builder.Services.AddExchange();
builder.Services.AddShell();

await using var app = builder.Build();

app.UsePlatform();
app.UseAccounts();
app.MapPlatform();
app.MapAccounts();
app.MapChangeSets();
app.MapSearch();
app.MapTiles();
app.MapEvents();
app.MapPlanPages();
app.MapIndicators();
app.MapInvestment();
app.MapLookup();
app.MapMaps();
app.MapProgramme();
app.MapOgc();
app.MapExchange();
app.MapStyles();
app.MapShell();

return await app.RunVerb(commandLine);
