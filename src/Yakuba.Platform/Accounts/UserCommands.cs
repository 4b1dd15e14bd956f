using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.Accounts.Directories;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts;

/// <summary><c>yakuba user add|list|disable|enable|password|directory-password</c>.</summary>
internal static class UserCommands
{
    internal static Command Create(CommandContext context) => new("user", "利用者を管理する")
    {
        Add(context),
        List(context),
        State(context, "disable", "利用者を停止する（すぐにサインアウトされる）", active: false),
        State(context, "enable", "停止した利用者を再開する", active: true),
        Password(context),
        DirectoryPassword(context),
    };

    private static Command Add(CommandContext context)
    {
        var user = User();
        var name = new Option<string>("--name") { Description = "氏名（省略するとユーザー名）" };
        var roles = new Option<string[]>("--role") { Description = "役割: 職員、所属長、管理者、監査、法規担当（くり返し指定できる。既定: 職員）", AllowMultipleArgumentsPerToken = true };
        var sections = new Option<string[]>("--section") { Description = "所属の名前またはコード（くり返し指定できる）", AllowMultipleArgumentsPerToken = true };
        var clearance = new Option<string>("--clearance") { Description = "読める区分の上限（既定: 機密性2）", DefaultValueFactory = _ => "機密性2" };
        var email = new Option<string>("--email") { Description = "メールアドレス", DefaultValueFactory = _ => "" };
        var typed = FromInput();
        var command = new Command("add", "利用者を追加する") { user, name, roles, sections, clearance, email, typed };
        command.SetAction(async (parsed, cancel) =>
        {
            var given = parsed.GetValue(roles) ?? [];
            var input = new PersonInput(
                parsed.GetValue(name) ?? parsed.GetValue(user)!, given.Length == 0 ? ["職員"] : given, parsed.GetValue(sections) ?? [], parsed.GetValue(clearance)!, parsed.GetValue(email)!);
            var password = parsed.GetValue(typed) ? await context.Input.ReadLineAsync(cancel) ?? "" : null;
            var added = await context.Services.GetRequiredService<KeepPeopleHandler>().AddAsync(parsed.GetValue(user)!, input, password, context.Actor, cancel);
            return added.Match(person => Show(context.Output, person, "追加しました"), context.Output.Fail);
        });
        return command;
    }

    private static Command List(CommandContext context)
    {
        var command = new Command("list", "利用者の一覧");
        command.SetAction(async (_, cancel) =>
        {
            await using var read = await context.Services.GetRequiredService<Database>().ReadAsync(cancel);
            var people = await context.Services.GetRequiredService<PeopleList>().ListAsync(read, cancel);
            foreach (var person in people)
            {
                var roles = string.Join("・", person.Roles.Select(r => r.ToName()));
                var sections = person.Sections.Count == 0 ? "所属なし" : string.Join("・", person.Sections);
                context.Output.Line($"{person.UserName}\t{person.DisplayName}\t{roles}\t{sections}\t{person.Clearance.ToName()}まで\t{(person.IsActive ? "利用中" : "停止中")}");
            }

            context.Output.Line($"{people.Count}人");
            context.Output.Result(people.Select(PersonView.Of));
            return 0;
        });
        return command;
    }

    private static Command State(CommandContext context, string word, string description, bool active)
    {
        var user = User();
        var command = new Command(word, description) { user };
        command.SetAction(async (parsed, cancel) =>
        {
            var changed = await context.Services.GetRequiredService<KeepPeopleHandler>().SetStateAsync(parsed.GetValue(user)!, active, context.Actor, cancel);
            return changed.Match(
                person =>
                {
                    context.Output.Line($"{person.UserName}（{person.DisplayName}）を{(active ? "再開" : "停止")}しました。");
                    context.Output.Result(PersonView.Of(person));
                    return 0;
                },
                context.Output.Fail);
        });
        return command;
    }

    private static Command Password(CommandContext context)
    {
        var user = User();
        var typed = FromInput();
        var command = new Command("password", "パスワードを発行し直す") { user, typed };
        command.SetAction(async (parsed, cancel) =>
        {
            var password = parsed.GetValue(typed) ? await context.Input.ReadLineAsync(cancel) ?? "" : null;
            var reset = await context.Services.GetRequiredService<KeepPeopleHandler>().ResetPasswordAsync(parsed.GetValue(user)!, password, context.Actor, cancel);
            return reset.Match(person => Show(context.Output, person, "パスワードを変更しました"), context.Output.Fail);
        });
        return command;
    }

    private static Command DirectoryPassword(CommandContext context)
    {
        var command = new Command("directory-password", "ディレクトリの検索に使うDNのパスワードを、標準入力の1行目から登録する");
        command.SetAction(async (_, cancel) =>
        {
            context.Services.GetRequiredService<ReadingPassword>().Write(await context.Input.ReadLineAsync(cancel) ?? "");
            context.Output.Line("登録しました。");
            context.Output.Result(new { done = true });
            return 0;
        });
        return command;
    }

    private static Argument<string> User() => new("USER") { Description = "ユーザー名" };

    private static Option<bool> FromInput() => new("--password-stdin") { Description = "パスワードを標準入力の1行目から読む（指定しないと仮のパスワードを発行する）" };

    private static int Show(CommandOutput output, PersonWithPassword person, string done)
    {
        output.Line($"{person.Account.UserName}（{person.Account.DisplayName}）: {done}。");
        if (person.OneTimePassword.Length > 0)
        {
            output.Line($"仮のパスワード: {person.OneTimePassword}（この1回だけ表示します。最初のサインインで変更します）");
        }

        output.Result(new AddedView(PersonView.Of(person.Account), person.OneTimePassword));
        return 0;
    }
}
