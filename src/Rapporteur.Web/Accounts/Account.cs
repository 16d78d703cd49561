namespace Rapporteur.Web;

/// <summary>Somebody who may log in.</summary>
/// <param name="Name">Name under which he or she rules; compared without regard to case.</param>
/// <param name="Role">What the account may do.</param>
/// <param name="Hash">Password as ASP.NET Core's own hasher keeps it: PBKDF2 with salt and count.</param>
/// <param name="Stamp">Changes with password and role, so that those who are logged in have to log in again.</param>
public sealed record Account(string Name, Role Role, string Hash, string Stamp);
