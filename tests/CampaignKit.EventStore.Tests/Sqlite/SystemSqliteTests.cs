using CampaignKit.EventStore.Sqlite.Native;

namespace CampaignKit.EventStore.Tests;

public sealed class SystemSqliteTests
{
    [Fact]
    public void Use_Twice_ChoosesOnceAndPrefersTheNewer()
    {
        var usesSystem = SystemSqlite.Use();

        Assert.Equal(usesSystem, SystemSqlite.Use());
        var version = SQLitePCL.raw.sqlite3_libversion_number();
        Assert.Equal(usesSystem, version > 3_035_005);
        Assert.True(version >= 3_035_005);
    }
}
